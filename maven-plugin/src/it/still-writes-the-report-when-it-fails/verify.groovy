def it = context.get("it")
try {
    def report = it.reportIn("made/for/this/report.json")
    assert report.at("/outcome").asText() == "failed"
    assert report.at("/problems/0/code").asText() == "AIKIDO_CREDENTIALS_REJECTED"
    assert it.log().contains("Report: " + new File(basedir, "made/for/this/report.json"))
    assert it.log().contains("  Page: " + new File(basedir, "made/for/this/report.html"))
    assert new File(basedir, "made/for/this/report.html").text.contains("AIKIDO_CREDENTIALS_REJECTED")
    assert (new File(basedir, "made/for/this").list() as List).toSorted() == ["report.html", "report.json"]
    assert it.simulator().workspace().monitored() == []
} finally {
    it.close()
}
