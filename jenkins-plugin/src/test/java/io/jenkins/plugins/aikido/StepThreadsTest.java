package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.step.AikidoConnectExecution;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Runs may wait for hours, so that their number is limited: others wait for their turn. */
@WithJenkins
class StepThreadsTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void aStepThatWaitsForItsTurnSaysSoCanBeStoppedAndIsRunWhenOthersEnd(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().imports(imports -> imports.withNever(true)));
        List<WorkflowRun> running = new ArrayList<>();
        for (int i = 0; i < AikidoConnectExecution.MOST_RUNS; i++) {
            running.add(start(jenkins, "aikidoConnect project: 'Shop Front'"));
        }
        for (WorkflowRun build : running) {
            jenkins.waitForMessage("Aikido connect: ", build);
        }

        WorkflowRun stopped = start(jenkins, "aikidoConnect project: 'Shop Front'");
        WorkflowRun next = start(jenkins, "aikidoConnect goal: 'bogus'");
        jenkins.waitForMessage("aikidoConnect waits", stopped);
        jenkins.waitForMessage("aikidoConnect waits", next);
        stopped.getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.ABORTED, jenkins.waitForCompletion(stopped));
        jenkins.assertLogNotContains("Aikido connect: ", stopped);
        assertThat(next.isBuilding()).isTrue();

        running.get(0).getExecutor().interrupt();
        jenkins.assertBuildStatus(Result.FAILURE, jenkins.waitForCompletion(next));
        for (WorkflowRun build : running.subList(1, running.size())) {
            build.getExecutor().interrupt();
        }
        for (WorkflowRun build : running) {
            jenkins.waitForCompletion(build);
        }
    }

    private static WorkflowRun start(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job.scheduleBuild2(0).waitForStart();
    }
}
