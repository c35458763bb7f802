def it = context.get("it")
try {
    assert it.log().contains("aikido:connect is skipped")
    assert it.simulator().exchanges() == []
    assert !new File(basedir, "target").exists()
} finally {
    it.close()
}
