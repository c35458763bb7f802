def it = context.get("it")
try {
    assert it.simulator().workspace().monitored() == []
    assert it.simulator().workspace().imports() == 0
    assert it.log() =~ /(?m)^\[ERROR\] .*\[AIKIDO_WORKSPACE_MISMATCH\] .*fabrikam/
    assert it.report("connect").at("/problems/0/code").asText() == "AIKIDO_WORKSPACE_MISMATCH"
} finally {
    it.close()
}
