def it = context.get("it")
try {
    def all = it.simulator().workspaces().collectMany { it.repositories() }.collectEntries { [it.name(), it] }
    assert all.collectEntries { [it.key, it.value.sensitivity()] } == ["team-1-1": "sensitive", "team-1-2": "sensitive", "team-2-1": "extreme", "team-2-2": "sensitive"]
    assert all["team-1-1"].labels().collect { it.name() } == ["azure:Team 1"]

    def log = it.log()
    assert log.contains("Changed: sensitivity from no_data to extreme, label \"azure:Team 2\", excluded path \"generated/\".")
    assert log =~ /to update +Team 2 \/ team-2-1/
    assert log.contains("To change: sensitivity from extreme to no_data.")
    assert log =~ /(?m)^\[ERROR\] .*\[PARTIAL\] .*The settings of these repositories in Aikido differ/

    def writes = it.simulator().exchanges().findAll { it.path() =~ "(sensitivity|labels|exclude-path)\$" }
    assert writes.size() == 4 + 4 + 1
    assert it.report("connect").at("/projects/1/repositories").every { !it.has("settings") }
    assert it.leaks() == []
} finally {
    it.close()
}
