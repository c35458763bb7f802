def it = context.get("it")
try {
    assert it.log().contains("aikido.azure.tokenEnv")
    assert it.log().contains("User property: aikido.syncTimeout")
    assert it.simulator().exchanges() == []
} finally {
    it.close()
}
