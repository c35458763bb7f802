package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A mistyped dry run must not be a real run. */
@WithJenkins
class StrictStepTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void anArgumentThatIsNotValidFailsTheStepAndNothingIsCalled(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Map<String, String> mistakes = new LinkedHashMap<>();
        mistakes.put("dryrun: true", "\"dryrun\" is not a parameter of aikidoConnect. Write dryRun.");
        mistakes.put("pruneLimt: 5", "\"pruneLimt\" is not a parameter of aikidoConnect. Write pruneLimit.");
        mistakes.put(
                "simulate: true", "\"simulate\" is not a parameter of aikidoConnect. Valid parameters: connection,");
        mistakes.put(
                "dryRun: 'yes'", "The value \"yes\" of \"dryRun\" is not valid. Valid values of dryRun: true, false.");
        mistakes.put("dryRun: 1", "The value \"1\" of \"dryRun\" is not valid.");
        mistakes.put("dryRun: null", "The value \"null\" of \"dryRun\" is not valid.");
        mistakes.put(
                "pruneLimit: '20%'",
                "The value \"20%\" of \"pruneLimit\" is not valid. Valid values of pruneLimit: whole numbers from 0 to 100.");
        mistakes.put("maxMinutes: 0", "Valid values of maxMinutes: whole numbers from 1 to 1440.");
        mistakes.put("maxScanAge: 1.5", "Valid values of maxScanAge: whole numbers from 1 to 3650.");
        mistakes.put("syncTimeout: 99999999999", "Valid values of syncTimeout: whole numbers from 0 to 86400.");
        mistakes.put("excludes: ['*-archive']", "The value of \"excludes\" is not a text.");
        mistakes.put("dryRun: 'a-secret-in-the-wrong-place'", "The value of \"dryRun\" is not valid.");

        for (Map.Entry<String, String> mistake : mistakes.entrySet()) {
            WorkflowRun build = run(jenkins, Result.FAILURE, mistake.getKey());

            jenkins.assertLogContains("[CONFIGURATION] ", build);
            jenkins.assertLogContains(mistake.getValue(), build);
            jenkins.assertLogNotContains("\tat ", build);
            jenkins.assertLogNotContains("a-secret-in", build);
            assertThat(build.getArtifacts()).extracting("relativePath").containsExactly("aikido/connect-report.json");
        }
        assertThat(services.exchanges()).isEmpty();
    }

    @Test
    void severalMistakesAreToldAtOnce(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());

        WorkflowRun build = run(jenkins, Result.UNSTABLE, "dryrun: true, prune: 'on', failOnProblem: false");

        jenkins.assertLogContains("\"dryrun\" is not a parameter of aikidoConnect.", build);
        jenkins.assertLogContains("Valid values of prune: true, false.", build);
    }

    @Test
    void aTextThatIsAValidValueIsTaken(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());

        WorkflowRun build =
                run(jenkins, Result.SUCCESS, "dryRun: \"${true}\", pruneLimit: '5', maxMinutes: '50', verify: 'false'");

        jenkins.assertLogContains("dry run: nothing is changed", build);
        assertThat(services.writes()).isEmpty();
    }

    private static WorkflowRun run(JenkinsRule jenkins, Result result, String arguments) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front', " + arguments, true));
        return jenkins.buildAndAssertStatus(result, job);
    }
}
