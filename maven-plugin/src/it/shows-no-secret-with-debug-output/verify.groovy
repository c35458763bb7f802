def it = context.get("it")
try {
    // Without this, the search below would find nothing for the wrong reason.
    assert it.simulator().workspace().tokensHandedOver() == ["it+azure/token=not-a-secretxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxAZDOFAKE"]
    assert context.get("proxy").carried().size() > 0
    assert it.log().contains("[DEBUG]")
    assert it.leaks() == []
    assert it.report("connect").at("/outcome").asText() == "success"
} finally {
    it.close()
}
