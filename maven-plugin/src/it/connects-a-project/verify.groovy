def it = context.get("it")
try {
    def monitored = ["Zahlungs Übersicht", "shop-api", "shop-web"]
    assert it.simulator().workspace().monitored() == monitored
    assert it.simulator().workspace().scans().toSorted() == monitored

    def log = it.log()
    def order = [
        "aikido:connect  project Shop Front, organization contoso at http://",
        "Azure DevOps token from the environment variable AZURE_DEVOPS_EXT_PAT",
        "Aikido client id from the environment variable AIKIDO_CLIENT_ID",
        "Aikido client secret from the environment variable AIKIDO_CLIENT_SECRET",
        "[3/3]",
        "Connect: success",
        "Report: ",
        "Page: ",
    ].collect { log.indexOf(it) }
    assert !order.contains(-1)
    assert order == order.toSorted()

    def report = it.report("connect")
    assert report.at("/summary/activated").asInt() == 3
    assert report.at("/dryRun").asBoolean() == false
    assert new File(basedir, "target/aikido/connect-report.html").text.contains("Aikido monitors 3 of ")
} finally {
    it.close()
}
