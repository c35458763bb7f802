import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.startWithTls(basedir, context)
it.proxy()
return true
