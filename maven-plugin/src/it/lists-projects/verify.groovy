def it = context.get("it")
try {
    assert it.log().contains("projects of organization contoso")
    assert it.log().contains("Payments")
    assert it.report("list").at("/projects").collect { it.at("/azure/project/name").asText() }.sort() == ["Payments", "Shop Front"]
    assert it.simulator().exchanges().every { it.azure() }
} finally {
    it.close()
}
