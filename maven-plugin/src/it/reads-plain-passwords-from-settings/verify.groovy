def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    def log = it.log()
    assert log.contains("Azure DevOps token from the password of <server> my-azure in settings.xml")
    assert log.contains("Aikido client id from the username of <server> my-aikido in settings.xml")
    assert log.contains("Aikido client secret from the password of <server> my-aikido in settings.xml")
    assert it.report("connect").at("/outcome").asText() == "success"
    assert it.leaks() == []
} finally {
    it.close()
}
