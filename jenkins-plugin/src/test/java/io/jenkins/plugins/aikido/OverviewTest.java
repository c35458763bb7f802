package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.folder.FolderConnections;
import io.jenkins.plugins.aikido.overview.AikidoOverview;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jenkins.model.Jenkins;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a person reads in the overview and on the page of a connection. */
@WithJenkins
class OverviewTest {

    private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void showsEachConnectionWithItsState(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Administrator.addsCredentials();
        Connection connection = Administrator.connection("contoso", services);
        connection.setTokenExpires(LocalDate.now().plusDays(30).toString());
        Connection idle = Administrator.connection(EVIL, services);
        Administrator.saves(connection, idle);
        connects(jenkins, "contoso");
        int calls = services.exchanges().size();

        List<String> rows = rows(open(jenkins, "manage/aikido/"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains(EVIL, "not checked", "no run yet", "not entered", "off");
        assertThat(rows.get(1)).contains("contoso", "checks passed", "in 30 days", "success", "connect", "4 of 5");
        HtmlPage page = open(jenkins, path("//contoso"));
        assertThat(page.asNormalizedText())
                .contains("Shop Front", "nightly #1", "Member Entitlement Management", "shop-web", "monitored");
        assertThat(services.exchanges()).as("a page calls no service").hasSize(calls);
    }

    @Test
    void showsWhyALastRunFailed(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().client(client -> client.withSecret("another")));
        FreeStyleProject job = job(jenkins, "contoso");
        job.scheduleBuild2(0).get();

        assertThat(rows(open(jenkins, "manage/aikido/")))
                .singleElement()
                .asString()
                .contains("failed");
        assertThat(open(jenkins, path("//contoso")).asNormalizedText())
                .contains("rejected the id and secret", "API client");
    }

    @Test
    void isRightAtThreeThousandRepositories(JenkinsRule jenkins) throws Exception {
        List<GitRepository> repositories = IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> GitRepository.of("r" + i))
                .toList();
        List<CodeRepository> listed = IntStream.rangeClosed(1, 2_999)
                .mapToObj(i -> CodeRepository.of(
                        i,
                        "r" + i,
                        true,
                        repositories.get(i - 1).id(),
                        "https://dev.azure.com/contoso/Shop%20Front/_git/r" + i))
                .toList();
        SimulatedServices services = simulated.start(Scenario.shop()
                .project(
                        Shop.PROJECT,
                        project -> project.withRepositories(repositories).withTfvcEnabled(false))
                .workspace(workspace -> workspace.withRepositories(listed).withCallsPerWindow(1_000)));
        Administrator.connects(services, connection -> connection.setCallsPerMinute(1_000));
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject(Shop.PROJECT);
        step.setGoal("status");
        FreeStyleProject job = jenkins.createFreeStyleProject("nightly");
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        jenkins.buildAndAssertSuccess(job);

        assertThat(rows(open(jenkins, "manage/aikido/")))
                .singleElement()
                .asString()
                .contains("2,999 of 3,000");
        HtmlPage first = open(jenkins, path("//contoso"));
        assertThat(rows(first))
                .hasSize(100)
                .first()
                .asString()
                .contains("r3000")
                .contains("not monitored");
        assertThat(first.asNormalizedText()).contains("Repositories (3000)", "Page 1 of 30");
        assertThat(first.getWebResponse().getContentLength()).isLessThan(200_000);
        HtmlPage sorted = first.getAnchorByText("Repository").click();
        assertThat(rows(sorted)).first().asString().startsWith("r1\t");
        HtmlPage reversed = sorted.<HtmlAnchor>getFirstByXPath("//th/a").click();
        assertThat(rows(reversed)).first().asString().startsWith("r999\t");
        assertThat(rows(open(jenkins, path("//contoso") + "?filter=not%20monitored")))
                .hasSize(1);
        HtmlPage last = open(jenkins, path("//contoso") + "?sort=name&order=desc&page=30");
        assertThat(rows(last)).hasSize(100).last().asString().startsWith("r1\t");
    }

    @Test
    void isForUsersWithThePermissionViewAndHidesFoldersThatTheyMayNotRead(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Folder folder = jenkins.createProject(Folder.class, "team-a");
        folder.addProperty(new FolderConnections(List.of(Administrator.connection("team", services))));
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(AikidoOverview.VIEW)
                .everywhere()
                .to("viewer", "reader")
                .grant(Item.READ)
                .everywhere()
                .to("reader")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        String ofFolder = path("team-a//team");

        for (String path : List.of("manage/aikido/", "aikido/", path("//contoso"), ofFolder)) {
            assertThat(Visitor.named(jenkins, "other").get(path, Map.of()).getStatusCode())
                    .as(path)
                    .isIn(403, 404);
        }
        assertThat(Visitor.named(jenkins, "viewer").get(ofFolder, Map.of()).getStatusCode())
                .isEqualTo(404);
        assertThat(rows(open(jenkins, "viewer", "manage/aikido/")))
                .singleElement()
                .asString()
                .contains("contoso");
        assertThat(rows(open(jenkins, "reader", "manage/aikido/"))).hasSize(2);
        assertThat(html(jenkins, "viewer")).contains("/manage/aikido/");
        assertThat(html(jenkins, "other")).doesNotContain("/manage/aikido/");
        assertThat(html(jenkins, "admin")).as("it is under Manage Jenkins").doesNotContain("/manage/aikido/");
        assertThat(open(jenkins, "admin", "manage/").asNormalizedText()).contains("Aikido for Azure DevOps");
    }

    private static void connects(JenkinsRule jenkins, String connection) throws Exception {
        jenkins.buildAndAssertSuccess(job(jenkins, connection));
    }

    private static FreeStyleProject job(JenkinsRule jenkins, String connection) throws Exception {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setConnection(connection);
        step.setProject(Shop.PROJECT);
        FreeStyleProject job = jenkins.createFreeStyleProject("nightly");
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        return job;
    }

    private static String path(String id) {
        return AikidoOverview.URL + "connection/" + ConnectionStates.key(id) + "/";
    }

    private static HtmlPage open(JenkinsRule jenkins, String path) throws Exception {
        return open(jenkins, null, path);
    }

    private static HtmlPage open(JenkinsRule jenkins, String user, String path) throws Exception {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setJavaScriptEnabled(false);
        HtmlPage page = (user == null ? client : client.withBasicCredentials(user, user)).goTo(path);
        assertThat(page.getWebResponse().getContentAsString()).doesNotContain("<script>alert", "<img src=x");
        return page;
    }

    /** The dashboard has the link in a menu that a script opens. */
    private static String html(JenkinsRule jenkins, String user) throws Exception {
        return open(jenkins, user, "").getWebResponse().getContentAsString();
    }

    private static List<String> rows(HtmlPage page) {
        return page.<HtmlTableRow>getByXPath("//table[contains(@class, 'aikido-stack')]/tbody/tr").stream()
                .map(DomNode::asNormalizedText)
                .toList();
    }
}
