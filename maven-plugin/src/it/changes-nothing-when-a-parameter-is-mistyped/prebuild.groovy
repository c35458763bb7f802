import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context)
return true
