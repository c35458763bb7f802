def it = context.get("it")
try {
    assert it.count("Connect: success") == 1
    assert it.count("aikido:connect already ran in this build for parent and is not repeated") == 2
    assert it.simulator().workspaces().collect { it.monitored().size() } == [3, 0]
} finally {
    it.close()
}
