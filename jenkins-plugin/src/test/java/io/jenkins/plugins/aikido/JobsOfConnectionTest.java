package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.Items;
import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which jobs the entries of the field "Jobs" permit, while items are renamed, moved and deleted. */
@WithJenkins
class JobsOfConnectionTest {

    private static final String CHECK = "aikidoConnect goal: 'check', project: 'Shop Front'";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    private SimulatedServices services;

    @BeforeEach
    void start() throws Exception {
        services = simulated.start(Scenario.shop());
    }

    @Test
    void anEntryFollowsItsJobAndAnotherJobOfTheSameNameGetsNothing(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setJobs("team-a/job"));
        Folder own = jenkins.createProject(Folder.class, "team-a");
        Folder other = jenkins.createProject(Folder.class, "team-b");
        WorkflowJob job = Pipelines.job(own, "job", CHECK);

        job.renameTo("renamed");
        WorkflowJob impostor = Pipelines.job(own, "job", CHECK);
        jenkins.assertLogContains("is not permitted to use any connection", fails(jenkins, impostor));
        WorkflowJob moved = Items.move(job, other);
        jenkins.buildAndAssertSuccess(moved);
        other.renameTo("team-c");
        jenkins.buildAndAssertSuccess(moved);
        AikidoConfiguration.get().load();
        assertThat(AikidoConfiguration.get().getConnections())
                .extracting(Connection::getJobs)
                .containsExactly("team-c/renamed");

        other.delete();
        Folder again = jenkins.createProject(Folder.class, "team-c");
        WorkflowJob second = Pipelines.job(again, "renamed", CHECK);
        jenkins.assertLogContains("is not permitted to use any connection", fails(jenkins, second));
    }

    @Test
    void theNameOfAFolderStandsForTheJobsBelowIt(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setJobs("team-a"));
        Folder own = jenkins.createProject(Folder.class, "team-a");
        Folder below = own.createProject(Folder.class, "below");

        jenkins.buildAndAssertSuccess(Pipelines.job(below, "job", CHECK));
        jenkins.assertLogContains(
                "is not permitted to use any connection",
                fails(jenkins, Pipelines.job(jenkins.jenkins, "team-a2", CHECK)));
    }

    @Test
    void aJobThatIsMovedOutOfThePatternLosesTheConnection(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setJobs("team-a/jo*"));
        Folder own = jenkins.createProject(Folder.class, "team-a");
        Folder other = jenkins.createProject(Folder.class, "team-b");
        WorkflowJob job = Pipelines.job(own, "job", CHECK);
        jenkins.buildAndAssertSuccess(job);

        job.renameTo("renamed");
        jenkins.assertLogContains("is not permitted to use any connection", fails(jenkins, job));

        job.renameTo("job");
        jenkins.buildAndAssertSuccess(job);
        WorkflowJob moved = Items.move(job, other);
        jenkins.assertLogContains("is not permitted to use any connection", fails(jenkins, moved));
    }

    private static WorkflowRun fails(JenkinsRule jenkins, WorkflowJob job) throws Exception {
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }
}
