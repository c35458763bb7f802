import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path

def it = context.get("it")
try {
    assert it.simulator().exchanges() == []
    def log = it.log()
    assert log =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] The report cannot be written to .*taken/
    assert log =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] "\S+" is not the path of a file\. Set -Daikido\.reportFile/
    assert log =~ /(?m)^\[ERROR\] .*\[CONFIGURATION\] The report cannot be written to \S+null: it is not a regular file\./
    ["connect", "check", "status"].each { goal ->
        assert it.report(goal).at("/problems/0/code").asText() == "CONFIGURATION"
    }
    assert !Files.isRegularFile(Path.of("/dev/null"), LinkOption.NOFOLLOW_LINKS)
} finally {
    it.close()
}
