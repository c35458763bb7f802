package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What a "Secret text" credential may hold besides a personal access token. */
@WithJenkins
class StoredTokenTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void thatIsNotAPersonalAccessTokenIsNeverHandedOver(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop()
                .jobToken("shop-web")
                .workspace(workspace -> workspace
                        .withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))
                        .withRepositories(List.of(CodeRepository.of(
                                1,
                                "shop-web",
                                false,
                                "11111111-1c8e-4a7e-9d55-6f7a8b9c0d01",
                                "https://dev.azure.com/contoso/Shop%20Front/_git/shop-web")))));
        Administrator.addsCredentials(Shop.JOB_TOKEN, Shop.CLIENT_ID, Shop.CLIENT_SECRET);
        Connection connection = Administrator.connection("contoso", services);
        connection.setHandover("always");
        Administrator.saves(connection);

        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(jenkins));

        jenkins.assertLogContains("no other token is handed over", build);
        assertThat(services.writes()).noneMatch(call -> call.contains("access-tokens"));
    }

    @Test
    void thatNoHeaderTakesIsAConfigurationProblemWithoutTheToken(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Administrator.addsCredentials("eyJmarked.first\nsecond.third", Shop.CLIENT_ID, Shop.CLIENT_SECRET);
        Administrator.saves(Administrator.connection("contoso", services));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, pipeline(jenkins));

        jenkins.assertLogContains("[CONFIGURATION] The token for Azure DevOps contains a character", build);
        jenkins.assertLogContains("into the field \"Personal access token\" of the connection", build);
        jenkins.assertLogNotContains("eyJmarked", build);
        assertThat(services.exchanges()).isEmpty();
    }

    private static WorkflowJob pipeline(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front'", true));
        return job;
    }
}
