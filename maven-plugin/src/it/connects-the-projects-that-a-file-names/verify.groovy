def it = context.get("it")
try {
    assert it.simulator().workspaces().collect { it.monitored() } == [["team-1-1", "team-1-2"], ["team-2-1", "team-2-2"]]

    def log = it.log()
    def order = [
        "aikido:connect  projects in aikido-connect.yml, organization contoso at http://",
        "Azure DevOps token from the environment variable AZURE_DEVOPS_EXT_PAT",
        "Reading the projects of Azure DevOps",
        "Connecting 2 projects",
        "[2/2] Team ",
        "Projects (2)",
        "ok  Team 1  3 found, 2 activated, 1 skipped",
        "ok  Team 2  3 found, 2 activated, 1 skipped",
        "Connect: success. 6 found, 4 selected, 0 already monitored, 4 activated, 2 skipped, 0 failed",
        "Report: ",
    ].collect { log.indexOf(it) }
    assert !order.contains(-1)
    assert order == order.toSorted()
    assert log.contains("Status: success. 4 of 4 selected repositories monitored, 0 missing, 4 never scanned, 0 stale")

    def report = it.report("connect")
    assert report.at("/projects").size() == 2
    assert report.at("/projects/1/workspace/name").asText() == "Team 2"
    assert report.at("/summary/activated").asInt() == 4
    assert !log.contains("AIK_SECRET") && !report.toString().contains("AIK_SECRET")
    assert it.leaks() == []
} finally {
    it.close()
}
