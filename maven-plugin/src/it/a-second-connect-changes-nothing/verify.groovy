def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    assert it.simulator().workspace().imports() == 1
    assert it.log().contains("4 already monitored, 0 activated")
    def report = it.report("connect")
    assert report.at("/summary/activated").asInt() == 0
    assert report.at("/calls/aikido").asInt() <= 4
} finally {
    it.close()
}
