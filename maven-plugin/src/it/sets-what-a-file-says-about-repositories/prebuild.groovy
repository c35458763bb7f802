import io.github.aikidoconnect.maven.it.IntegrationTest
import io.github.aikidoconnect.simulator.scenario.Company

IntegrationTest.start(basedir, context) {
    Company.scenario(2, 2).token { token -> token.withValue(IntegrationTest.TOKEN) }
}
        .property("aikido.azure.organization", null)
        .property("aikido.azure.project", null)
return true
