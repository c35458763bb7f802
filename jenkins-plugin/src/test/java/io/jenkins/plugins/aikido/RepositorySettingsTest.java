package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What Aikido should know about repositories, in the connection and in the step. */
@WithJenkins
class RepositorySettingsTest {

    private static final String SETTINGS =
            "settings: [[repositories: '*-api', sensitivity: 'extreme'], [labels: 'by-job', devDependencies: false]]";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    private static RepositoryRule rule(String sensitivity) {
        RepositoryRule rule = new RepositoryRule();
        rule.setSensitivity(sensitivity);
        rule.setLabels("azure:{project}");
        return rule;
    }

    private static void saves(SimulatedServices services, boolean allowSettings) {
        Connection connection = Administrator.connection("contoso", services);
        connection.setSettings(List.of(rule("sensitive")));
        connection.setAllowSettings(allowSettings);
        Administrator.saves(connection);
    }

    @Test
    void theConnectionsSettingsAreMadeByEveryRun(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        saves(services, false);

        WorkflowRun build = run(jenkins, Result.SUCCESS, "excludes: '*-assets, Z*'");
        WorkflowRun second = run(jenkins, Result.SUCCESS, "excludes: '*-assets, Z*'");

        jenkins.assertLogContains("sensitivity from no_data to sensitive, label \"azure:Shop Front\"", build);
        jenkins.assertLogNotContains("Changed:", second);
        assertThat(services.writes())
                .filteredOn(call -> call.contains("/sensitivity"))
                .hasSize(2);
        assertThat(services.writes())
                .filteredOn(call -> call.contains("/labels"))
                .hasSize(2);
    }

    @Test
    void theStepsSettingsFollowThoseOfTheConnection(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        saves(services, true);

        WorkflowRun build = run(jenkins, Result.SUCCESS, "includes: 'shop-api, shop-web', " + SETTINGS);

        jenkins.assertLogContains("sensitivity from no_data to extreme, label \"by-job\"", build);
        jenkins.assertLogContains("sensitivity from no_data to sensitive, label \"by-job\"", build);
        jenkins.assertLogContains("devDependencies false", build);
    }

    @Test
    void aJobChangesSettingsOnlyWhereTheConnectionAllowsIt(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        saves(services, false);

        WorkflowRun build = run(jenkins, Result.FAILURE, SETTINGS);

        jenkins.assertLogContains("does not allow jobs to change settings", build);
        assertThat(services.exchanges()).isEmpty();
    }

    @Test
    void aSettingThatIsNotValidFailsTheStepAndNothingIsCalled(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        saves(services, true);

        WorkflowRun value = run(jenkins, Result.FAILURE, "settings: [[sensitivity: 'secret']]");
        WorkflowRun name = run(jenkins, Result.FAILURE, "settings: [[sensitivty: 'extreme']]");
        WorkflowRun list = run(jenkins, Result.FAILURE, "settings: 'extreme'");

        jenkins.assertLogContains(
                "The value of \"sensitivity\" in \"settings\" is not valid. Valid values: extreme, sensitive, normal,"
                        + " not_sensitive, no_data.",
                value);
        jenkins.assertLogContains("Valid names: connectivity, devDependencies, excludePaths, labels,", name);
        jenkins.assertLogContains("The value of \"settings\" is not a list.", list);
        assertThat(services.exchanges()).isEmpty();
    }

    @Test
    void theConnectionsSettingsSurviveTheForm(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        saves(services, true);

        jenkins.configRoundtrip();

        Connection connection = AikidoConfiguration.get().getConnections().get(0);
        assertThat(connection.isAllowSettings()).isTrue();
        assertThat(connection.getSettings())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(rule("sensitive"));
    }

    private static WorkflowRun run(JenkinsRule jenkins, Result result, String arguments) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front', " + arguments, true));
        return jenkins.buildAndAssertStatus(result, job);
    }
}
