import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context)
assert new File(basedir, "made/report.html/full").mkdirs()
return true
