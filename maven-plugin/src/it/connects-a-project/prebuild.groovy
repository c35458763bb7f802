import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context)
        .property("aikido.azure.organization", null)
        .property("aikido.azure.project", null)
return true
