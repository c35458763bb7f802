package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.ExtensionList;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.ItemGroup;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionOwners;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.folder.FolderConnections;
import io.jenkins.plugins.aikido.overview.BrokenConnectionMonitor;
import io.jenkins.plugins.aikido.overview.ConnectionMonitor;
import io.jenkins.plugins.aikido.overview.CoverageMonitor;
import io.jenkins.plugins.aikido.overview.Finding;
import io.jenkins.plugins.aikido.overview.TokenMonitor;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Administrators are warned from stored states. */
@WithJenkins
class MonitorsTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void warnsOfATokenThatExpiresWithinTwoWeeks(JenkinsRule jenkins) throws Exception {
        LocalDate today = LocalDate.now();
        Map<LocalDate, Boolean> days =
                Map.of(today.plusDays(15), false, today.plusDays(14), true, today, true, today.minusDays(1), true);
        days.forEach((day, warns) -> {
            Connection connection = new Connection("contoso", "contoso", "token", "client");
            connection.setTokenExpires(day.toString());
            Administrator.saves(connection);

            assertThat(monitor(TokenMonitor.class).isActivated())
                    .as(day.toString())
                    .isEqualTo(warns);
        });
    }

    @Test
    void warnsOfARejectedTokenOnEachPageWithoutACallAndStaysDismissedUntilItPassed(JenkinsRule jenkins)
            throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Administrator.addsCredentials(Shop.UNKNOWN_TOKEN, Shop.CLIENT_ID, Shop.CLIENT_SECRET);
        Administrator.saves(Administrator.connection("contoso", services));
        run(jenkins, "connect");
        int calls = services.exchanges().size();
        TokenMonitor monitor = monitor(TokenMonitor.class);

        HtmlPage page = jenkins.createWebClient().goTo("manage/");

        assertThat(page.asNormalizedText()).contains("need attention", "contoso", "token");
        assertThat(page.getAnchorByText("contoso").getHrefAttribute()).contains("manage/aikido/connection/");
        assertThat(services.exchanges()).hasSize(calls);
        assertThat(monitor.getFindings()).extracting(Finding::getFix).allMatch(fix -> !fix.isEmpty());
        dismiss(jenkins, monitor);
        assertThat(monitor.isActivated()).isFalse();
        assertThat(monitor.isEnabled()).as("later findings are shown").isTrue();
        run(jenkins, "connect");
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void warnsOfAConnectionThatIsBrokenInAikido(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop()
                .workspace(
                        workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));
        run(jenkins, "status");

        assertThat(monitor(BrokenConnectionMonitor.class).getFindings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.getFix()).isNotEmpty());
    }

    @Test
    void anErrorThatOnlyMentionsABrokenConnectionIsNone(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop()
                .workspace(workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.lockfileMissing(
                        7, "Aikido reports its connection to Azure DevOps as broken")))));
        run(jenkins, "status");

        assertThat(monitor(BrokenConnectionMonitor.class).getFindings()).isEmpty();
    }

    @Test
    void pagesDoNotLookInFolders(JenkinsRule jenkins) throws Exception {
        Folder folder = jenkins.createProject(Folder.class, "team");
        Connection connection = new Connection("contoso", "contoso", "token", "client");
        connection.setTokenExpires("2020-01-01");
        folder.addProperty(new FolderConnections(List.of(connection)));
        TokenMonitor monitor = monitor(TokenMonitor.class);
        assertThat(monitor.isActivated()).isTrue();
        AtomicInteger lookUps = CountedLookUps.get().count;
        int before = lookUps.get();

        jenkins.createWebClient().goTo("manage/");
        jenkins.createWebClient().goTo("");

        assertThat(lookUps).hasValue(before);
        folder.getProperties()
                .replace(new FolderConnections(List.of(new Connection("contoso", "contoso", "token", "client"))));
        assertThat(monitor.isActivated()).as("a change is seen at once").isFalse();
        assertThat(lookUps).hasValue(before + 1);
    }

    /** Counts how often all folders are looked at. */
    @TestExtension
    public static final class CountedLookUps implements ConnectionOwners {

        private final AtomicInteger count = new AtomicInteger();

        static CountedLookUps get() {
            return ExtensionList.lookupSingleton(CountedLookUps.class);
        }

        @Override
        public List<OwnedConnection> around(Item item) {
            return List.of();
        }

        @Override
        public List<OwnedConnection> all() {
            // The work that keeps connections up to date looks once a minute.
            if (!Thread.currentThread().getName().startsWith("Aikido keep connected")) {
                count.incrementAndGet();
            }
            return List.of();
        }

        @Override
        public ItemGroup<?> asOwner(Item item) {
            return null;
        }
    }

    @Test
    void aWarningOfAnotherKindIsNotABrokenConnection(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        run(jenkins, "connect");

        OwnedConnection connection = OwnedConnection.global(
                AikidoConfiguration.get().getConnections().get(0));
        assertThat(ConnectionStates.get()
                        .of(connection)
                        .check("aikido.connection")
                        .getStatus())
                .isEqualTo("warning");
        assertThat(monitor(BrokenConnectionMonitor.class).isActivated()).isFalse();
    }

    @Test
    void warnsOfCoverageThatFellAndTakesItAsTheNewMeasureWhenDismissed(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        run(jenkins, "connect");
        assertThat(monitor(CoverageMonitor.class).isActivated()).isFalse();
        SimulatedServices after = simulated.start(Scenario.shop());
        Administrator.saves(Administrator.connection("contoso", after));

        run(jenkins, "status");

        CoverageMonitor monitor = monitor(CoverageMonitor.class);
        assertThat(monitor.getFindings())
                .extracting(Finding::getMessage)
                .containsExactly(
                        "In the project \"Shop Front\", Aikido monitors 0 of 5 repositories; before, it monitored 4 of 5.");
        run(jenkins, "status");
        assertThat(monitor.isActivated()).as("not forgotten by a further run").isTrue();
        dismiss(jenkins, monitor);
        assertThat(monitor.isActivated()).isFalse();
        run(jenkins, "status");
        assertThat(monitor.isActivated()).isFalse();
    }

    @Test
    void onlyAnAdministratorDismisses(JenkinsRule jenkins) throws Exception {
        Connection connection = new Connection("contoso", "contoso", "token", "client");
        connection.setTokenExpires("2020-01-01");
        Administrator.saves(connection);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        TokenMonitor monitor = monitor(TokenMonitor.class);
        String path = monitor.getUrl() + "/disable";

        Visitor.named(jenkins, "other").post(path, Map.of());
        Visitor.named(jenkins, "admin").get(path, Map.of());
        Visitor.named(jenkins, "admin").postWithoutCrumb(path, Map.of());
        assertThat(monitor.isActivated()).isTrue();

        Visitor.named(jenkins, "admin").post(path, Map.of());
        assertThat(monitor.isActivated()).isFalse();
    }

    private static void dismiss(JenkinsRule jenkins, ConnectionMonitor monitor) throws Exception {
        Visitor.anonymous(jenkins).post(monitor.getUrl() + "/disable", Map.of());
    }

    private static <M extends ConnectionMonitor> M monitor(Class<M> type) {
        return ExtensionList.lookupSingleton(type);
    }

    private static void run(JenkinsRule jenkins, String goal) throws Exception {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setGoal(goal);
        step.setProject(Shop.PROJECT);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        job.scheduleBuild2(0).get();
    }
}
