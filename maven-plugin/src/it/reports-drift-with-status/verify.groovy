def it = context.get("it")
try {
    assert it.count("BUILD SUCCESS") == 1
    assert it.log() =~ /(?m)^\[ERROR\] .*\[PARTIAL\] /
    assert it.simulator().workspace().monitored() == []
    assert it.report("status").at("/summary/alreadyMonitored").asInt() == 0
    assert it.report("status").at("/problems/0/code").asText() == "PARTIAL"
} finally {
    it.close()
}
