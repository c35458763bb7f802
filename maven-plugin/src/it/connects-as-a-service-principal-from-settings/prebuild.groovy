import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.start(basedir, context)
new File(basedir, ".mavenrc").text = "export AZURE_AUTHORITY_HOST=" + it.simulator().entraUrl() + "\n"
return true
