package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PipelineTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void registersAProjectWithOneStepAndReturnsTheReport(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());

        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(jenkins, """
                def report = aikidoConnect project: 'Shop Front', excludes: '*-assets'
                echo "${report.outcome}: ${report.summary.activated} of ${report.repositories.size()}"
                echo report.repositories.findAll { it.result == 'done' }.collect { it.name }.join(' + ')
                """));

        jenkins.assertLogContains("Aikido connect: project Shop Front, connection contoso", build);
        jenkins.assertLogContains("waiting up to", build);
        jenkins.assertLogContains("success: 3 of 7", build);
        jenkins.assertLogContains("shop-web + shop-api", build);
        assertThat(services.writes())
                .filteredOn(call -> call.endsWith("/activate"))
                .hasSize(3);
        assertThat(build.getArtifacts()).extracting("relativePath").containsExactly("aikido/connect-report.json");
    }

    @Test
    void worksInADeclarativePipelineWithoutANode(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());

        WorkflowRun build = jenkins.buildAndAssertSuccess(pipeline(jenkins, """
                pipeline {
                  agent none
                  stages {
                    stage('Aikido') {
                      steps {
                        aikidoConnect connection: 'contoso', project: 'Shop Front', includes: 'shop-*', excludes: '*-archive',
                                      dryRun: true, prune: false, scan: false, failOnProblem: true
                      }
                    }
                  }
                }
                """));

        jenkins.assertLogContains("dry run: nothing is changed", build);
        jenkins.assertLogContains("to activate", build);
        assertThat(services.writes()).isEmpty();
    }

    @Test
    void failsTheBuildWithTheProblemAndWithoutAStackTrace(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().token(token -> token.withExpired(true)));

        WorkflowRun build = jenkins.buildAndAssertStatus(
                Result.FAILURE, pipeline(jenkins, "aikidoConnect project: '" + Shop.PROJECT + "'"));

        jenkins.assertLogContains("ERROR: [AZURE_TOKEN_EXPIRED] The personal access token has expired.", build);
        jenkins.assertLogContains(
                "put the new token into the field \"Personal access token\" of the connection", build);
        jenkins.assertLogNotContains("\tat ", build);
    }

    @Test
    void makesTheBuildUnstableWhereAProblemShallNotFailIt(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().token(token -> token.without("vso.code")));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.UNSTABLE, pipeline(jenkins, """
                def report = aikidoConnect project: 'Shop Front', failOnProblem: false
                echo "still here: ${report.problems[0].code}"
                """));

        jenkins.assertLogContains("WARNING: [AZURE_SCOPE_MISSING]", build);
        jenkins.assertLogContains("still here: AZURE_SCOPE_MISSING", build);
    }

    private static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }
}
