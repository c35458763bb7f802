import io.github.aikidoconnect.contract.SecretSearch

def it = context.get("it")
try {
    def log = it.log()
    assert log =~ /(?m)^\[ERROR\] .*\[AZURE_SIGN_IN_FAILED\] .*AADSTS7000215.* AZURE_CLIENT_SECRET/
    assert !log.contains("Caused by") && !log.contains("msal4j") && !log.contains("Correlation ID")
    def report = it.report("check")
    assert report.at("/problems/0/code").asText() == "AZURE_SIGN_IN_FAILED"
    assert SecretSearch.of("another-value-not-a-secret").in(log + report) == []
} finally {
    it.close()
}
