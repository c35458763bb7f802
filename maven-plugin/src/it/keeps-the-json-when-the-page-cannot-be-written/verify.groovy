def it = context.get("it")
try {
    assert it.reportIn("made/report.json").at("/outcome").asText() == "success"
    def log = it.log()
    assert log =~ /(?m)^\[WARNING\] The page of the report cannot be written to .*report\.html \(\w+\)\. The JSON has all of it\./
    assert !log.contains("Page: ")
} finally {
    it.close()
}
