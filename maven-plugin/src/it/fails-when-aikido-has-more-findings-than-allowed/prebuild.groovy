import io.github.aikidoconnect.maven.it.IntegrationTest
import io.github.aikidoconnect.simulator.scenario.Issues

IntegrationTest.start(basedir, context) { scenario ->
    scenario.client { it.with("issues:read") }
            .workspace { it.withIssues([new Issues(1, 2, 3, 0, 7)]) }
}
return true
