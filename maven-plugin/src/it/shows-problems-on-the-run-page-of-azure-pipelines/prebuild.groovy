import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context, { scenario -> scenario.token { it.withExpired(true) } })
return true
