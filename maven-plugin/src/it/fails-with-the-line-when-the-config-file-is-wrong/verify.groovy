def it = context.get("it")
try {
    assert it.log().contains('[CONFIGURATION] aikido-connect.yml, line 5: there is no key "exclude", but project, serverId,')
    assert it.log() =~ /\[CONFIGURATION\] There is no file \S+no-such-file\.yml\. Correct -Daikido\.config/
    assert it.simulator().exchanges().isEmpty()
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
