import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context, { scenario -> scenario.entraToken { it.withValue(IntegrationTest.ENTRA_TOKEN) } })
return true
