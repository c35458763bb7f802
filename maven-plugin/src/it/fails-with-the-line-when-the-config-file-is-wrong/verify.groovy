def it = context.get("it")
try {
    assert it.log().contains('[CONFIGURATION] aikido-connect.yml, line 5: "exclude" is not a valid key; valid keys: project, serverId,')
    assert it.log() =~ /\[CONFIGURATION\] The file was not found: \S+no-such-file\.yml\. Correct -Daikido\.config/
    assert it.simulator().exchanges().isEmpty()
    assert it.log() =~ /(?m)^##vso\[task.logissue type=error;code=CONFIGURATION\]/
    assert it.log() =~ /(?m)^##vso\[task.logissue type=warning;code=CONFIGURATION\]/
    assert !it.log().contains("NullPointerException")
    assert new File(basedir, "target/aikido/connect-report.html").text.contains("aikido-connect.yml, line 5")
    assert new File(basedir, "target/aikido/connect-summary.md").text.contains("CONFIGURATION")
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
