def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == ["Zahlungs Übersicht", "shop-api", "shop-assets", "shop-web"]
    def carried = context.get("proxy").carried()
    assert carried.size() > 0
    assert carried.every { it == "CONNECT 127.0.0.1:" + it.split(":")[-1] }
    assert it.simulator().exchanges().every { !it.requestHeaders().containsKey("proxy-authorization") }
    assert it.log().contains("proxies from settings.xml: 127.0.0.1:")
    // Apache HttpClient would warn of the challenges of the two services.
    assert it.log().readLines().findAll { it.contains("[WARNING]") }.every { it.contains("TFVC") || it.contains("web page") }
    assert it.report("connect").at("/outcome").asText() == "success"
} finally {
    it.close()
}
