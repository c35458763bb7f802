import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.startWithTls(basedir, context)
context.put("proxy", it.proxy())
return true
