import io.github.aikidoconnect.maven.it.IntegrationTest

["settings.xml", "settings-security.xml"].each { name ->
    new File(basedir, name).text = new File(basedir, "../../../../examples/settings/" + name).text
}
IntegrationTest.start(basedir, context, { scenario ->
    scenario.token { it.withValue("examplePersonalAccessToken" + "x" * 50 + "AZDOFAKE") }
            .client { it.withId("AIK_CLIENT_example").withSecret("example-client-secret") }
})
return true
