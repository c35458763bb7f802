def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    assert context.get("proxy").carried().size() > 0
    def log = it.log()
    assert log.contains("Azure DevOps token from the password of <server> azure-devops in settings.xml")
    assert log.contains("Aikido client secret from the password of <server> aikido in settings.xml")
    assert it.leaks() == []
    assert it.report("connect").at("/outcome").asText() == "success"
} finally {
    it.close()
}
