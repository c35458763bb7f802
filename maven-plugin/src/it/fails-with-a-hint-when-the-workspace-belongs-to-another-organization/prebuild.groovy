import io.github.aikidoconnect.maven.it.IntegrationTest

IntegrationTest.start(basedir, context, { scenario -> scenario.workspace { it.withLinkedProviderOrgName("fabrikam") } })
return true
