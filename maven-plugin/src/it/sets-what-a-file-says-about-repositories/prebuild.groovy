import io.github.aikidoconnect.maven.it.IntegrationTest
import io.github.aikidoconnect.simulator.scenario.Company

IntegrationTest.start(basedir, context) {
    Company.scenario(2, 2)
            .token { token -> token.withValue(IntegrationTest.TOKEN) }
            .workspace { workspace -> workspace.withCallsPerWindow(1000) }
}
        .property("aikido.azure.organization", null)
        .property("aikido.azure.project", null)
        // Three runs within a minute make more calls than Aikido allows by default, and would wait.
        .property("aikido.callsPerMinute", "1000")
return true
