def it = context.get("it")
try {
    def names = it.report("list").at("/repositories").collect { it.at("/name").asText() }
    assert names.containsAll(["shop-web", "shop-archive", "shop-new"])
    assert it.report("list").at("/repositories").collect { it.at("/kind").asText() }.contains("tfvc")
    assert names.every { name -> it.log().contains(name) }
    assert it.simulator().exchanges().every { it.azure() }
} finally {
    it.close()
}
