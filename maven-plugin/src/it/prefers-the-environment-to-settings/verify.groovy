def it = context.get("it")
try {
    assert it.log().contains("Azure DevOps token from the environment variable AZURE_DEVOPS_EXT_PAT")
    assert it.report("check").at("/outcome").asText() == "success"
} finally {
    it.close()
}
