package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Workspace.Activations;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import io.jenkins.plugins.aikido.step.StepRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What the parameters of the step change in a run. */
@WithJenkins
class StepParametersTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void reactivateActivatesWhatWasSwitchedOffInAikido(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(imported("shop-api"));

        WorkflowRun without = run(jenkins, Result.SUCCESS, "");
        jenkins.assertLogContains("switched off in Aikido", without);
        assertThat(services.activations()).isEmpty();

        run(jenkins, Result.SUCCESS, "reactivate: true");
        assertThat(services.activations()).hasSize(1);
    }

    @Test
    void maxScanAgeHasStatusReportOldScans(JenkinsRule jenkins) throws Exception {
        simulated.connect(imported(""));

        WorkflowRun anyAge = run(jenkins, Result.SUCCESS, "goal: 'status', failOnDrift: true");
        jenkins.assertLogNotContains("outdated", anyAge);

        WorkflowRun oneDay = run(jenkins, Result.FAILURE, "goal: 'status', failOnDrift: true, maxScanAge: 1");
        jenkins.assertLogContains("scan outdated", oneDay);
    }

    @Test
    void verifyReadsTheListOnceMoreUnlessItIsSwitchedOff(JenkinsRule jenkins) throws Exception {
        simulated.connect(
                imported("shop-api").workspace(workspace -> workspace.withActivations(Activations.INEFFECTIVE)));

        WorkflowRun verified = run(jenkins, Result.FAILURE, "reactivate: true");
        jenkins.assertLogContains("its list does not show the change", verified);

        run(jenkins, Result.SUCCESS, "reactivate: true, verify: false");
    }

    @Test
    void maxMinutesLimitsTheRun() {
        AikidoConnectStep step = new AikidoConnectStep();
        assertThat(new StepRequest(step).build().maxDuration()).isEmpty();

        step.setMaxMinutes(50);
        ConnectRequest request = new StepRequest(step).build();

        assertThat(request.maxDuration()).contains(Duration.ofMinutes(50));
    }

    /** The repositories of the shop, all of them monitored but one, which was switched off after a scan. */
    private static Scenario imported(String switchedOff) {
        Scenario shop = Scenario.shop();
        List<CodeRepository> listed = new ArrayList<>();
        for (GitRepository repository :
                shop.azure().organizations().get(0).projects().get(0).repositories()) {
            CodeRepository monitored = CodeRepository.of(
                    listed.size() + 1,
                    repository.name(),
                    true,
                    repository.id(),
                    "https://dev.azure.com/contoso/Shop%20Front/_git/"
                            + repository.name().replace(" ", "%20"));
            listed.add(repository.name().equals(switchedOff) ? monitored.switchedOff() : monitored);
        }
        return shop.workspace(workspace -> workspace.withRepositories(listed));
    }

    private static WorkflowRun run(JenkinsRule jenkins, Result result, String arguments) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "aikidoConnect project: 'Shop Front'" + (arguments.isEmpty() ? "" : ", " + arguments), true));
        return jenkins.buildAndAssertStatus(result, job);
    }
}
