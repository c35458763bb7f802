import io.github.aikidoconnect.contract.Contract
import io.github.aikidoconnect.contract.SecretSearch
import io.github.aikidoconnect.maven.it.IntegrationTest

def it = context.get("it")
def other = context.get("other")
try {
    assert it.simulator().workspaces().collect { it.monitored().size() } == [3]
    assert it.log().contains("aikido:connect  2 organizations: contoso at " + it.simulator().azureUrl() +
            " (contoso.yml), fabrikam at " + other.azureUrl() + " (fabrikam.yml)")
    def problem = '[AZURE_TOKEN_REJECTED] Organization "fabrikam at ' + other.azureUrl() + '": Azure DevOps rejected'
    assert it.log().contains("##vso[task.logissue type=error;code=AZURE_TOKEN_REJECTED]" + problem)
    assert it.log().contains("the environment variable FABRIKAM_AZURE_DEVOPS_PAT, which fabrikam.yml names")
    def report = it.report("connect")
    assert report.at("/outcome").asText() == "partial"
    assert report.at("/organizations").collect { it.at("/azure/organization").asText() } == ["contoso", "fabrikam"]
    assert report.at("/organizations").collect { it.at("/outcome").asText() } == ["success", "failed"]
    assert report.at("/projects").missingNode
    assert new File(basedir, "target/aikido/connect-report.html").text.contains("<bdi>fabrikam at ")
    def mistakes = new groovy.json.JsonSlurper().parse(new File(basedir, "mistakes.json"))
    assert mistakes.organizations.collect { it.azure.organization } == ["contoso", null]
    assert mistakes.problems.collect { it.code }.unique() == ["CONFIGURATION"]
    assert mistakes.problems[0].message == 'other.yml, line 6: "prune" must be true or false.'
    assert mistakes.problems[1].message.startsWith("aikido.config names several files, and aikido.azure.project belongs")
    assert mistakes.problems.size() == 2 && mistakes.calls == [azure: 0, aikido: 0]
    assert it.leaks() == []
    def toFabrikam = SecretSearch.of(IntegrationTest.TOKEN, "AIK_SECRET_fake_team_1_not_a_secret")
    other.exchanges().each { call -> assert toFabrikam.in(call.requestHeaders().toString() + call.requestBody()) == [] }
    Contract.verify(other)
} finally {
    other.close()
    it.close()
}
