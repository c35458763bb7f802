def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    def log = it.log()
    assert log.contains("Connect: success")
    assert log =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] The report cannot be written to .*taken/
} finally {
    it.close()
}
