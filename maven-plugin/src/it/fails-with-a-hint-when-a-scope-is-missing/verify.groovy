def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == []
    def log = it.log()
    assert log =~ /(?m)^\[ERROR\] .*\[AZURE_SCOPE_MISSING\] .*Member Entitlement Management/
    assert !log.contains("Caused by") && !log.contains("\tat ")
    def report = it.report("connect")
    assert report.at("/outcome").asText() == "failed"
    assert report.at("/problems/0/code").asText() == "AZURE_SCOPE_MISSING"
} finally {
    it.close()
}
