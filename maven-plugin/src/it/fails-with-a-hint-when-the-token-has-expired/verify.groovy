def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == []
    assert it.log() =~ /(?m)^\[ERROR\] .*\[AZURE_TOKEN_EXPIRED\] .*environment variable MY_PAT/
    assert it.report("connect").at("/problems/0/code").asText() == "AZURE_TOKEN_EXPIRED"
} finally {
    it.close()
}
