def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    assert it.log() =~ /(?m)^\[ERROR\] .*\[NETWORK\] .*the proxy 127.0.0.1:\d+ of settings.xml rejected the username and password/
    assert it.report("check").at("/problems/0/code").asText() == "NETWORK"
} finally {
    it.close()
}
