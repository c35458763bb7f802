import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context).property("aikido.url", null)
return true
