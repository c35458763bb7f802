def it = context.get("it")
try {
    def log = it.log()
    assert log.contains("aikido:coverage  all projects of organization contoso at http://")
    assert log.contains("  unconnected  Team 2  0 of 3 repositories, no workspace")
    assert log.contains("  connected    Team 1  3 of 3 repositories")
    assert log.contains("Coverage: success. 3 of 6 repositories monitored, 50 %; 3 never scanned; 1 of 2 projects connected")
    assert log =~ /(?m)^\[ERROR\] .*\[COVERAGE\] Aikido monitors 3 of 6 repositories, 50 %, less than the 95 % that is required\. Connect the remaining projects, or lower -Daikido\.minCoverage/
    def report = it.report("coverage")
    assert report.at("/coverage/percent").asDouble() == 50.0d
    assert report.at("/projects/0/state").asText() == "connected"
    assert report.at("/projects/1/state").asText() == "unconnected"
    assert new File(basedir, "target/aikido/coverage-report.html").text.contains("Aikido monitors 3 of 6 repositories")
} finally {
    it.close()
}
