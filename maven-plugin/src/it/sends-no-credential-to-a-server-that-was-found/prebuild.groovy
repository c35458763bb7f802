import io.github.aikidoconnect.maven.it.IntegrationTest

def it = IntegrationTest.start(basedir, context)
["aikido.azure.organization", "aikido.azure.project", "aikido.azure.url", "aikido.url"].each { name -> it.property(name, null) }
def attacker = it.attacker()
context.put("attacker", attacker)
["pom.xml", "aikido-connect.yml"].each { name ->
    def file = new File(basedir, name)
    file.text = file.text.replace("ATTACKER", attacker.authority())
}
return true
