package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.model.FreeStyleProject;
import hudson.util.FormValidation;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationPageTest {

    /** Names that a page which does not escape would break on. */
    private static final String NASTY = "a<script>alert(1)</script>\"'&amp;{0}\u00fcb";

    @Test
    void readsBackWhatWasSaved(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        jenkins.configRoundtrip();
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();

        List<Connection> saved = List.of(full(), new Connection(NASTY, NASTY, "gone", Administrator.CLIENT_ID));
        AikidoConfiguration.get().setConnections(saved);
        jenkins.configRoundtrip();

        assertThat(AikidoConfiguration.get().getConnections())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(saved);
        AikidoConfiguration.get().setConnections(List.of());
        AikidoConfiguration.get().load();
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();
    }

    @Test
    void refusesTwoConnectionsOfOneName(JenkinsRule jenkins) throws Exception {
        Administrator.saves(
                new Connection(NASTY, "contoso", "token", "client"),
                new Connection("second", "contoso", "token", "client"));
        JenkinsRule.WebClient client = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlPage page = client.goTo("manage/configure");
        HtmlForm form = page.getFormByName("config");
        form.getInputsByName("_.name").stream()
                .filter(input -> input.getValue().equals("second"))
                .forEach(input -> input.setValue(NASTY));

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText()).contains("Two connections have the name \"a<script>alert(1)</script>");
        assertThat(answer.getWebResponse().getContentAsString()).doesNotContain("<script>alert");
        assertThat(AikidoConfiguration.get().getConnections())
                .extracting(Connection::getName)
                .containsExactly(NASTY, "second");
    }

    @Test
    void loadsWhatAnEarlierVersionSaved(JenkinsRule jenkins) throws Exception {
        Path file = jenkins.jenkins.getRootDir().toPath().resolve(AikidoConfiguration.class.getName() + ".xml");
        try (InputStream old = ConfigurationPageTest.class.getResourceAsStream("old-configuration.xml")) {
            Files.copy(old, file);
        }

        AikidoConfiguration.get().load();

        assertThat(AikidoConfiguration.get().getConnections())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        new Connection("contoso", "contoso", Administrator.TOKEN_ID, Administrator.CLIENT_ID),
                        new Connection(null, null, null, null));
    }

    @Test
    void judgesEachFieldWhileItIsFilledIn(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        FreeStyleProject job = jenkins.createFreeStyleProject("nightly");
        Connection.DescriptorImpl page = jenkins.jenkins.getDescriptorByType(Connection.DescriptorImpl.class);

        accepted(page.doCheckName(null, "contoso", "", "", ""));
        refused(page.doCheckName(null, " ", "contoso", "", ""), "Enter a name");
        refused(page.doCheckName(null, "con\u202etoso", "contoso", "", ""), "cannot be seen");
        accepted(page.doCheckOrganization(null, "contoso", "", "contoso", "", ""));
        accepted(page.doCheckOrganization(null, "https://dev.azure.com/contoso", "", "contoso", "", ""));
        accepted(page.doCheckOrganization(null, "Default Collection", "https://tfs.example.com", "contoso", "", ""));
        refused(page.doCheckOrganization(null, "", "", "contoso", "", ""), "Enter the organization");
        refused(
                page.doCheckOrganization(null, "Default Collection", "", "contoso", "", ""),
                "letters, digits and hyphens");
        refused(
                page.doCheckOrganization(null, "https://me:secret@dev.azure.com/contoso", "", "contoso", "", ""),
                "without user, password and query");
        accepted(page.doCheckTokenCredentialsId(null, Administrator.TOKEN_ID, "contoso", "", "", ""));
        refused(page.doCheckTokenCredentialsId(null, "", "contoso", "", "", ""), "Secret text");
        accepted(page.doCheckTokenCredentialsId(null, "", "contoso", "", "", "service-principal"));
        refused(page.doCheckTokenCredentialsId(null, Administrator.CLIENT_ID, "contoso", "", "", ""), "was found");
        accepted(page.doCheckClientCredentialsId(null, Administrator.CLIENT_ID, "contoso", "", ""));
        refused(page.doCheckClientCredentialsId(null, "", "contoso", "", ""), "Username with password");
        FormValidation gone = page.doCheckClientCredentialsId(null, "<script>alert(1)</script>{0}", "contoso", "", "");
        refused(gone, "&lt;script&gt;alert(1)&lt;/script&gt;{0}");
        for (String url : List.of(
                "", "https://tfs.example.com/tfs", "http://127.0.0.1:8080", "http://LOCALHOST/", "http://[::1]/")) {
            accepted(page.doCheckAzureUrl(null, url));
            accepted(page.doCheckAikidoUrl(null, url));
        }
        refused(page.doCheckAzureUrl(null, "http://tfs.example.com"), "must begin with https");
        refused(page.doCheckAikidoUrl(null, "ftp://127.0.0.1/"), "must begin with https");
        for (String url : List.of("tfs", "https://", "javascript:alert(1)", "https://a b", "https://a/?token=b")) {
            refused(page.doCheckAzureUrl(null, url), "This is not a valid URL");
        }
        accepted(page.doCheckCallsPerMinute(null, ""));
        accepted(page.doCheckCallsPerMinute(null, "10000"));
        for (String calls : List.of("0", "-1", "10001", "many", "99999999999")) {
            refused(page.doCheckCallsPerMinute(null, calls), "1 to 10000");
        }
        accepted(page.doCheckJobs(""));
        for (String entry : List.of("night*", "**/*", "gone, " + job.getName())) {
            FormValidation byName = page.doCheckJobs(entry);
            assertThat(byName.kind).as(entry).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(byName.getMessage())
                    .contains("Jobs that may use this connection now: 1 (nightly).", "depend on a name alone");
        }
        accepted(page.doCheckJobs(job.getName()));
        assertThat(page.doCheckJobs("team-a/**").kind).isEqualTo(FormValidation.Kind.WARNING);
        accepted(page.doCheckTokenExpires(null, " 2027-03-31"));
        refused(page.doCheckTokenExpires(null, "31.3.2027"), "year, month and day");
        accepted(page.doCheckProjects(null, "shop-*, [a-f]?"));
        refused(page.doCheckProjects(null, "shop-*, [<b>"), "&lt;b&gt;");
    }

    @Test
    void aNewConnectionShowsNoErrorBeforeAnythingWasTyped(JenkinsRule jenkins) throws Exception {
        HtmlPage page = jenkins.createWebClient().goTo("manage/configure");
        HtmlButton add = page.getFirstByXPath("//button[contains(., 'Add connection')]");

        add.click();
        page.getWebClient().waitForBackgroundJavaScript(10_000);
        assertThat(page.<HtmlElement>getByXPath("//input[@name='_.organization']"))
                .hasSize(1);
        assertThat(errors(page)).isEmpty();

        page.<HtmlInput>getFirstByXPath("//div[@name='connections']//input[@name='_.name']")
                .type("contoso");
        page.<HtmlElement>getFirstByXPath("//input[@name='_.organization']").focus();
        page.getWebClient().waitForBackgroundJavaScript(10_000);
        assertThat(errors(page)).anyMatch(error -> error.contains("Enter the organization"));
    }

    private static List<String> errors(HtmlPage page) {
        return page
                .<HtmlElement>getByXPath(
                        "//div[@name='connections']//div[contains(@class, 'error') and normalize-space(.) != '']")
                .stream()
                .filter(HtmlElement::isDisplayed)
                .map(HtmlElement::asNormalizedText)
                .toList();
    }

    @Test
    void savesNothingThatWouldPutASecretOnDisk(JenkinsRule jenkins) {
        Connection withPassword = new Connection("contoso", "https://me:marked@dev.azure.com/contoso", "t", "c");
        Connection withToken = new Connection("contoso", "contoso", "t", "c");
        withToken.setAikidoUrl("https://proxy.example.com/?token=marked");
        Connection withoutName = new Connection(" ", "contoso", "t", "c");
        Connection unreadable = new Connection("contoso", "contoso", "t", "c");
        unreadable.setProjects("[shop");

        for (Connection wrong : List.of(withPassword, withToken, withoutName, unreadable)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Administrator.saves(wrong))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("marked"));
        }
        assertThat(AikidoConfiguration.get().getConnections()).isEmpty();
    }

    private static Connection full() {
        Connection full = new Connection("full", "contoso", Administrator.TOKEN_ID, Administrator.CLIENT_ID);
        full.setRegion("au");
        full.setAzureUrl("https://tfs.example.com/tfs");
        full.setAikidoUrl("https://proxy.example.com/aikido");
        full.setCallsPerMinute(60);
        full.setHandover("never");
        full.setAllowSharedWorkspace(true);
        full.setAllowPrune(true);
        full.setPruneLimit(5);
        full.setJobs("team-a/**, nightly");
        full.setProjects("shop-*, [a-f]?");
        full.setKeepConnected("nightly");
        full.setKeepGoal("status");
        full.setKeepProjects("shop-*");
        full.setTokenExpires("2027-03-31");
        full.setSignIn("workload-identity");
        full.setTenantId("contoso.example.com");
        full.setPrincipalCredentialsId(Administrator.CLIENT_ID);
        full.setIdentityClientId("c2a8e5b1-90d3-4c37-8f54-1be6a27f0002");
        full.setTokenFile("/var/run/secrets/azure/tokens/azure-identity-token");
        full.setAuthorityHost("https://login.microsoftonline.us");
        return full;
    }

    private static void accepted(FormValidation validation) {
        assertThat(validation.kind).as(validation.getMessage()).isEqualTo(FormValidation.Kind.OK);
    }

    private static void refused(FormValidation validation, String part) {
        assertThat(validation.kind).isEqualTo(FormValidation.Kind.ERROR);
        assertThat(validation.getMessage()).contains(part);
    }
}
