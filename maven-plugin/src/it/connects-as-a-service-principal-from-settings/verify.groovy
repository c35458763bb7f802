import io.github.aikidoconnect.contract.SecretSearch
import io.github.aikidoconnect.simulator.scenario.Shop

def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    assert it.log().contains("client secret from the password of <server> azure-devops in settings.xml")
    assert !it.log().contains("msal4j") && !it.log().contains("SLF4J") && !it.log().contains("Correlation")
    def report = it.report("connect")
    assert report.at("/checks/1/message").asText() == 'Azure DevOps accepts the service principal "aikido-connect".'
    assert report.at("/outcome").asText() == "success"
    assert report.at("/azure/signIn").asText() == "service-principal"
    assert it.leaks() == []
    assert SecretSearch.of(Shop.IDENTITY_SECRET).in(it.log()) == []
} finally {
    it.close()
}
