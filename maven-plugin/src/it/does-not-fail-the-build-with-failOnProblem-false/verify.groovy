def it = context.get("it")
try {
    assert it.log() =~ /(?m)^\[WARNING\] \[AZURE_TOKEN_EXPIRED\] /
    assert it.log().contains("BUILD SUCCESS")
    assert it.report("connect").at("/outcome").asText() == "failed"
    assert it.simulator().workspace().monitored() == []
} finally {
    it.close()
}
