def it = context.get("it")
try {
    assert it.count("Check: success") == 1
    assert it.reportIn("below/target/aikido/check-report.json").at("/outcome").asText() == "success"
} finally {
    it.close()
}
