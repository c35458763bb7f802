def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    def log = it.log()
    [
        '-Daikido.dryrun is not a parameter of this plugin. Write -Daikido.dryRun.',
        '"abc" is not a valid value of aikido.timeout. Correct -Daikido.timeout (or <timeout> in the pom). Valid values: ' +
            'whole numbers from 1 to 86400.',
        '"yes" is not a valid value of aikido.dryRun. Correct -Daikido.dryRun (or <dryRun> in the pom). Valid values: ' +
            'true, false.',
    ].each { assert log.contains("[ERROR] [CONFIGURATION] " + it) }
    assert log.contains("[WARNING] [CONFIGURATION] -Daikido.pruneLimt is not a parameter of this plugin. Write -Daikido.pruneLimit.")
    // It is set in this test, and so is the right one.
    assert !log.contains("AIKIDO_CLIENTID")
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
    assert new File(basedir, "target/aikido/connect-report.html").text.contains("aikido.pruneLimt")
} finally {
    it.close()
}
