def it = context.get("it")
try {
    assert it.reportIn("made/report.json").at("/outcome").asText() == "success"
    def log = it.log()
    assert log =~ /(?m)^\[WARNING\] The report page cannot be written to .*report\.html \(\w+\)\. The JSON report contains everything\./
    assert !log.contains("Page: ")
} finally {
    it.close()
}
