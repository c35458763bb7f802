def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == []
    assert it.simulator().workspace().imports() == 0
    assert it.simulator().exchanges().every { it.method() == "GET" || it.path().endsWith("/oauth/token") }
    assert it.log().contains("(dry run: nothing is changed)")
    def report = it.report("connect")
    assert report.at("/dryRun").asBoolean()
    assert report.at("/repositories").every { it.at("/result").asText() in ["planned", "skipped", "done"] }
} finally {
    it.close()
}
