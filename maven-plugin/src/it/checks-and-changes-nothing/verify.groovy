def it = context.get("it")
try {
    def checks = it.report("check").at("/checks").collect { it.at("/id").asText() }
    assert checks.containsAll(["organization", "token", "scope.code", "scope.memberEntitlementManagement", "scope.projectAndTeam", "scope.userProfile", "project", "aikido.credentials", "aikido.workspace"])
    assert checks.every { check -> it.log().contains(check) }
    assert it.simulator().workspace().monitored() == []
    assert it.simulator().exchanges().every { it.method() == "GET" || it.path().endsWith("/oauth/token") }
} finally {
    it.close()
}
