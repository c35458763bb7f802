def it = context.get("it")
def attacker = context.get("attacker")
try {
    assert attacker.received() == []
    assert it.simulator().exchanges() == []

    def server = "[CONFIGURATION] The server " + attacker.authority() + " was found in "
    assert it.count(server + "the SCM URL of the build and is not trusted. Nothing was sent to it.") > 0
    assert it.count(server + "the file of aikido.config and is not trusted.") > 0
    assert it.count(server + "the pom or .mvn (aikido.azure.url) and is not trusted.") > 0
    assert it.count(server + "the pom or .mvn (aikido.url) and is not trusted.") > 0
    assert it.count("add -Daikido.trustedHosts=" + attacker.authority() + " to the command line") > 0
    assert it.count("[CONFIGURATION] The organization \"Main\" was given without a server") > 0
    assert it.count("aikido.trustedHosts was ignored") == 5
    assert it.count("Azure DevOps token from") == 0
    assert ["check", "connect", "coverage"].every { goal -> it.report(goal).at("/outcome").asText() == "failed" }
} finally {
    it.close()
}
