import io.github.aikidoconnect.maven.it.IntegrationTest

def it = context.get("it")
try {
    // Without these, the search below would find nothing for the wrong reason.
    assert it.log().contains("[DEBUG]")
    assert it.log().contains("Got ******")
    assert context.get("proxy").carried().size() > 0
    assert it.simulator().exchanges().any { it.path().endsWith("/code-scanning") && it.faulted() }
    ["check", "list", "status", "connect"].each { goal -> assert it.report(goal).at("/outcome").asText() != "success" }
    assert it.leaks() == []

    new File(basedir, "target/planted").text = "x" + IntegrationTest.repeated(IntegrationTest.TOKEN)
    assert it.leaks() != []
} finally {
    it.close()
}
