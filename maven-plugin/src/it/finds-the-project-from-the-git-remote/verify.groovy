def it = context.get("it")
try {
    assert it.log().contains("project Shop Front, organization contoso")
    assert it.log().contains("from the Git remote origin")
    assert !it.log().contains("in-the-remote")
    assert it.report("check").at("/azure/project/name").asText() == "Shop Front"
} finally {
    it.close()
}
