import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context, { scenario -> scenario.token { it.without("vso.memberentitlementmanagement") } })
return true
