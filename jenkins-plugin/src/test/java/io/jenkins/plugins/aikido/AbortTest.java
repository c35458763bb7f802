package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.time.Duration;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The import never brings anything, so that every run here would wait for minutes. */
@WithJenkins
class AbortTest {

    private static final Scenario WAITS = Scenario.shop().imports(imports -> imports.withNever(true));

    /** The run waits for five minutes: whatever ends much sooner was ended by the abort. */
    private static final Duration MUCH_SOONER = Duration.ofSeconds(60);

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void endsAPipelineStepAndKeepsTheReportOfWhatWasDone(JenkinsRule jenkins) throws Exception {
        simulated.connect(WAITS);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front'", true));
        WorkflowRun build = job.scheduleBuild2(0).waitForStart();
        endsAndKeepsTheReport(jenkins, build);
    }

    @Test
    void endsAFreestyleStepAndKeepsTheReportOfWhatWasDone(JenkinsRule jenkins) throws Exception {
        simulated.connect(WAITS);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject("Shop Front");
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        FreeStyleBuild build = job.scheduleBuild2(0).waitForStart();
        endsAndKeepsTheReport(jenkins, build);
    }

    private static void endsAndKeepsTheReport(JenkinsRule jenkins, Run<?, ?> build) throws Exception {
        jenkins.waitForMessage("waiting up to", build);

        Instant aborted = Instant.now();
        build.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(build));

        assertThat(Duration.between(aborted, Instant.now())).isLessThan(MUCH_SOONER);
        jenkins.assertLogContains("[PARTIAL] The run was interrupted.", build);
        assertThat(build.getArtifacts()).extracting("relativePath").containsExactly("aikido/connect-report.json");
    }

    @Test
    void keepsNoExecutorBusyWhileItWaits(JenkinsRule jenkins) throws Exception {
        simulated.connect(WAITS);
        jenkins.jenkins.setNumExecutors(1);
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front'", true));
        WorkflowRun waiting = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("waiting up to", waiting);

        jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());

        assertThat(waiting.isBuilding()).isTrue();
        waiting.getExecutor().interrupt();
        jenkins.waitForCompletion(waiting);
    }
}
