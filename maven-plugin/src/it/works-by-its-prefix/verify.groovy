def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    assert it.report("connect").at("/outcome").asText() == "success"
} finally {
    it.close()
}
