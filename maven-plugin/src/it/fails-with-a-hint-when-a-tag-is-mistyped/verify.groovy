def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    assert it.log().contains('[ERROR] [CONFIGURATION] The tag <dryrun> in the plugin\'s configuration is not a parameter of this plugin. Write <dryRun>.')
    assert !it.log().contains("aikido.team")
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
