def it = context.get("it")
try {
    assert it.simulator().workspaces().collect { it.monitored().size() } == [3, 0]
    def problem = '[CONFIGURATION] Project "Team 2": The id or the secret of Aikido\'s API client was not specified. ' +
            'Set the environment variables TEAM_2_CLIENT_ID and TEAM_2_CLIENT_SECRET, which aikido-connect.yml names.'
    assert it.log().contains(problem)
    assert it.log().contains("##vso[task.logissue type=error;code=CONFIGURATION]" + problem)
    assert it.report("connect").at("/outcome").asText() == "partial"
    def summary = new File(basedir, "target/aikido/connect-summary.md").text
    assert summary.contains("| Team 2 | 1 problem | 0 | 0 |\n| Team 1 | no problem | 3 | 3 |")
} finally {
    it.close()
}
