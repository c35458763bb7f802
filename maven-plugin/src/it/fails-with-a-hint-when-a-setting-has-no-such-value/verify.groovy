def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    assert it.log() =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] .*-Daikido.region/
    assert it.log() =~ /(?m)-Daikido.maxMinutes/
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
