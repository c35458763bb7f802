def it = context.get("it")
try {
    assert it.count("Connect: success") == 1
    assert it.count("aikido:connect already ran in this build for parent and is not repeated") == 2
    assert it.simulator().workspace().imports() == 1
    assert it.simulator().exchanges().count { it.path().endsWith("/connectionData") } == 1
    assert it.report("connect").at("/outcome").asText() == "success"
} finally {
    it.close()
}
