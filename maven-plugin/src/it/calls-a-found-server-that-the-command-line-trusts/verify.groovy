def it = context.get("it")
try {
    assert it.log().contains("project Shop Front, organization contoso at " + it.simulator().azureUrl())
    assert it.log().contains("from the Git remote origin")
    assert !it.log().contains("was ignored")
    assert it.report("check").at("/outcome").asText() == "success"
} finally {
    it.close()
}
