package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Names come from other systems, where whoever may create a repository chooses them. */
@WithJenkins
class EscapingTest {

    private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>'\"&lt;";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void aNameIsTextOnTheBuildsPageAndTheJobsPage(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop()
                .repository("shop-web", repository -> repository.withName(EVIL))
                .workspace(workspace -> workspace.withName(EVIL)));
        FreeStyleBuild build = connect(jenkins, Shop.PROJECT);

        assertThat(page(jenkins, build.getUrl() + "aikido")).contains(EVIL);
        page(jenkins, build.getUrl());
        page(jenkins, build.getParent().getUrl());
    }

    @Test
    void aNameContainsNoCharacterThatCannotBeSeen(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop()
                .repository("shop-web", repository -> repository.withName("a\u202eb\u001b[31mc"))
                .workspace(workspace -> workspace.withName("a\u202eb\u001b[31mc")));
        FreeStyleBuild build = connect(jenkins, Shop.PROJECT);

        assertThat(page(jenkins, build.getUrl() + "aikido"))
                .contains("a b [31mc")
                .doesNotContain("\u202e", "\u001b");
        assertThat(Visitor.anonymous(jenkins).testsTheConnection(services))
                .contains("a b [31mc")
                .doesNotContain("\u202e", "\u001b");
    }

    @Test
    void aProblemIsTextToo(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().project("Payments", project -> project.withName(EVIL)));
        FreeStyleBuild build = connect(jenkins, "Nope");

        assertThat(page(jenkins, build.getUrl() + "aikido"))
                .contains("The token sees \"Shop Front\", \"" + EVIL + "\"");
        page(jenkins, build.getParent().getUrl());
    }

    @Test
    void aTestOfAConnectionShowsNamesAsText(JenkinsRule jenkins) throws Exception {
        SimulatedServices services =
                simulated.connect(Scenario.shop().workspace(workspace -> workspace.withName(EVIL)));

        String answer = Visitor.anonymous(jenkins).testsTheConnection(services);

        assertThat(answer).contains("&lt;script>alert(1)").doesNotContain("<script>alert", "<img src=x");
    }

    /** Returns the page's text, of a page that runs nothing of what it shows. */
    private static String page(JenkinsRule jenkins, String path) throws Exception {
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            List<String> alerts = new ArrayList<>();
            client.setAlertHandler((page, message) -> alerts.add(message));
            HtmlPage page = client.goTo(path);
            assertThat(page.getWebResponse().getContentAsString()).doesNotContain("<script>alert", "<img src=x");
            assertThat(alerts).isEmpty();
            return page.getDocumentElement().getTextContent();
        }
    }

    private static FreeStyleBuild connect(JenkinsRule jenkins, String project) throws Exception {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject(project);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        return job.scheduleBuild2(0).get();
    }
}
