import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.start(basedir, context)
["aikido.azure.organization", "aikido.azure.project", "aikido.azure.url"].each { name -> it.property(name, null) }
it.property("aikido.trustedHosts", "127.0.0.1:" + it.simulator().port())
it.checkout(it.simulator().azureUrl().toString() + "/contoso/Shop%20Front/_git/shop-web")
return true
