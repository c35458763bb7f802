import io.github.aikidoconnect.contract.SecretSearch
import io.github.aikidoconnect.maven.it.IntegrationTest
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def it = context.get("it")
try {
    def active = it.simulator().tokens().active()
    assert active*.name() == ["Aikido Security Access Token (Shop 4711)"]
    assert it.simulator().tokens().revoked()*.value() == [IntegrationTest.TOKEN]
    def made = active[0].value()
    assert it.simulator().workspace().tokensHandedOver() == [made]

    def file = new File(basedir, "token").toPath()
    assert Files.readString(file) == made
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        assert PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == "rw-------"
    }

    def log = it.log()
    def order = [
        "aikido:token  tokens of organization contoso at http://",
        "Microsoft Entra token from the environment variable AZURE_DEVOPS_ENTRA_TOKEN",
        "Creating the token",
        "Handing the new token over to Aikido",
        "Token: success",
    ].collect { log.indexOf(it) }
    assert !order.contains(-1)
    assert order == order.toSorted()
    assert !log.contains("Azure DevOps token from")
    assert log =~ /fits, expires soon  Aikido Security Access Token \(Shop 4711\)  until \d{4}-\d\d-\d\d  [0-9a-f-]{36}/
    assert it.report("token").at("/tokens/0/change").asText() == "created"
    assert it.report("token").at("/tokens/1/change").asText() == "revoked"
    assert it.reportIn("target/list.json").at("/tokens/0/expiry").asText() == "soon"

    def noFile = it.reportIn("target/root.json")
    assert noFile.at("/problems/0/code").asText() == "CONFIGURATION"
    assert noFile.at("/problems/0/message").asText() == "\"/\" is not the path of a file."
    assert it.reportIn("target/device.json").at("/problems/0/message").asText().endsWith("/dev/null: it is not a regular file.")

    // Without this, the search below would find nothing for the wrong reason.
    assert log.contains("[DEBUG]")
    assert it.leaks() == []
    assert SecretSearch.of(made, IntegrationTest.ENTRA_TOKEN).in(log) == []
} finally {
    it.close()
}
