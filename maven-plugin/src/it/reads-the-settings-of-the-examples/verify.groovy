def it = context.get("it")
try {
    assert it.report("check").at("/outcome").asText() == "success"
} finally {
    it.close()
}
