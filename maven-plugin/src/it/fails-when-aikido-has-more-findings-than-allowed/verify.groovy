def it = context.get("it")
try {
    assert it.log().contains("Findings: 2 critical, 3 high, 0 medium, 7 low in the workspace")
    assert it.count("BUILD SUCCESS") == 1
    assert it.log() =~ /(?m)^\[ERROR\] .*\[FINDINGS\] Aikido reports 2 critical findings, more than the allowed 0\. Resolve them in Aikido, or raise -Daikido\.maxCritical/
    def report = it.report("status")
    assert report.at("/problems").size() == 1
    assert report.at("/problems/0/code").asText() == "FINDINGS"
    assert report.at("/findings/critical").asInt() == 2
    assert it.leaks() == []
} finally {
    it.close()
}
