import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.start(basedir, context)
        .property("aikido.azure.organization", null)
        .property("aikido.azure.project", null)
it.checkout("https://dev.azure.com/contoso/Shop%20Front/_git/shop-web")
return true
