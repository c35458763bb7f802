package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.simulator.scenario.Scenario;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

class RestartTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @RegisterExtension
    final RealJenkinsExtension real = new RealJenkinsExtension();

    @Test
    void runsTheStepAgainAfterARestartInTheMiddle() throws Throwable {
        // Longer than a Jenkins needs to stop, so that the restart comes while the step waits for the import.
        SimulatedServices services =
                simulated.start(Scenario.shop().imports(imports -> imports.withDelayMillis(15_000)));
        String azureUrl = services.azureUrl();
        String aikidoUrl = services.aikidoUrl();

        real.then(jenkins -> {
            Administrator.addsCredentials();
            Administrator.saves(Administrator.connection("contoso", azureUrl, aikidoUrl));
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "nightly");
            job.setDefinition(new CpsFlowDefinition("""
                    def checked = aikidoConnect goal: 'check', project: 'Shop Front'
                    def report = aikidoConnect project: 'Shop Front'
                    echo "check ${checked.outcome}, connect ${report.outcome}"
                    """, true));
            jenkins.waitForMessage("waiting up to", job.scheduleBuild2(0).waitForStart());
        });
        real.then(jenkins -> {
            WorkflowRun build = jenkins.jenkins
                    .getItemByFullName("nightly", WorkflowJob.class)
                    .getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(build));
            jenkins.assertLogContains("Jenkins was restarted during the step", build);
            jenkins.assertLogContains("check success, connect success", build);
        });

        assertThat(services.activations()).hasSize(4).doesNotHaveDuplicates();
    }
}
