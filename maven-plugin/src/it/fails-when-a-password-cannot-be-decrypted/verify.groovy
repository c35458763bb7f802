def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    def log = it.log()
    assert log.contains("[CONFIGURATION] Maven cannot decrypt the password of <server> azure-devops in settings.xml. ")
    assert !log.contains("jSMOWnoPFgsHVpMvz5VrIt5kRbzGpI8u")
    assert it.report("connect").at("/problems/0/code").asText() == "CONFIGURATION"
} finally {
    it.close()
}
