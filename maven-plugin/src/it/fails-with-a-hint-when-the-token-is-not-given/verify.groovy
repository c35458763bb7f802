def it = context.get("it")
try {
    assert it.log() =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] .*the environment variable AZURE_DEVOPS_EXT_PAT or the password of <server> azure-devops in settings.xml/
    assert it.report("check").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
