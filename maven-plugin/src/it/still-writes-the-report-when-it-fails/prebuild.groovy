import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context, { scenario -> scenario.client { it.withSecret("another") } })
return true
