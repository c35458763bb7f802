import io.github.aikidoconnect.maven.it.IntegrationTest
import io.github.aikidoconnect.simulator.Simulator
import io.github.aikidoconnect.simulator.SimulatorOptions
import io.github.aikidoconnect.simulator.scenario.Company

def it = IntegrationTest.start(basedir, context) {
    Company.scenario(1, 3).token { token -> token.withValue(IntegrationTest.TOKEN) }
}
def other = Simulator.start(SimulatorOptions.of(Company.scenario(1, 2).organization { it.withName("fabrikam") }))
context.put("other", other)
["aikido.azure.organization", "aikido.azure.project"].each { name -> it.property(name, null) }
it.property("aikido.trustedHosts", "127.0.0.1:" + other.port())
def folder = new File(basedir, "organizations")
folder.mkdirs()
new File(folder, "contoso.yml").text = """\
organization: contoso
projects:
  - project: Team 1
    envPrefix: TEAM_1
"""
new File(folder, "fabrikam.yml").text = """\
organization: fabrikam
azureUrl: ${other.azureUrl()}
aikidoUrl: ${other.aikidoUrl()}
azureTokenEnv: FABRIKAM_AZURE_DEVOPS_PAT
projects:
  - project: Team 1
    envPrefix: AIKIDO_FABRIKAM
"""
def mistakes = new File(basedir, "mistakes")
mistakes.mkdirs()
new File(mistakes, "contoso.yml").text = new File(folder, "contoso.yml").text
new File(mistakes, "other.yml").text = """\
organization: northwind
azureUrl: https://tfs.example.com
projects:
  - project: Team 1
    envPrefix: AIKIDO_NORTHWIND
    prune: maybe
"""
return true
