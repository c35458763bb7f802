package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.plugins.git.GitSCM;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.branch.BranchSource;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Branches of a Git repository, each with its own job. The name of a branch may contain a slash. */
@WithJenkins
class MultibranchTest {

    private static final String LOGIN = "app/feature%2Flogin";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @TempDir
    Path repository;

    @BeforeEach
    void createBranches() throws Exception {
        GitSCM.ALLOW_LOCAL_CHECKOUT = true;
        git("init", "-q", "-b", "main");
        Files.writeString(
                repository.resolve("Jenkinsfile"), "aikidoConnect goal: 'check', project: '" + Shop.PROJECT + "'");
        git("add", "Jenkinsfile");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "first");
        git("branch", "feature/login");
    }

    @AfterEach
    void forbidLocalCheckouts() {
        GitSCM.ALLOW_LOCAL_CHECKOUT = false;
    }

    @Test
    void aConnectionIsForThePermittedBranchesOnly(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1_000)));
        restrict("app/main");
        WorkflowMultiBranchProject app = index(jenkins);

        jenkins.assertBuildStatus(Result.SUCCESS, lastBuild(app, "main"));
        WorkflowRun refused = jenkins.assertBuildStatus(Result.FAILURE, lastBuild(app, "feature/login"));
        jenkins.assertLogContains("The job \"" + LOGIN + "\" is not permitted to use any connection.", refused);

        for (String entry : List.of(LOGIN, "app/feature%2F*", "app", "app/**")) {
            restrict(entry);
            jenkins.buildAndAssertSuccess(branch(app, "feature/login"));
        }
    }

    @Test
    void theOverviewNamesTheBranchAndLeadsToItsReport(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        restrict("app/feature%2F*");
        index(jenkins);

        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            var page = client.goTo("manage/aikido/").getAnchorByText("contoso").click();
            var link = ((org.htmlunit.html.HtmlPage) page).getAnchorByText("app » feature/login #1");
            assertThat(((org.htmlunit.html.HtmlPage) link.click()).asNormalizedText())
                    .contains("Aikido check: Shop Front");
        }
    }

    private static void restrict(String jobs) {
        Connection connection = AikidoConfiguration.get().getConnections().get(0);
        connection.setJobs(jobs);
        Administrator.saves(connection);
    }

    private WorkflowMultiBranchProject index(JenkinsRule jenkins) throws Exception {
        WorkflowMultiBranchProject app = jenkins.createProject(WorkflowMultiBranchProject.class, "app");
        GitSCMSource source = new GitSCMSource(repository.toUri().toString());
        source.setTraits(List.of(new BranchDiscoveryTrait()));
        app.getSourcesList().add(new BranchSource(source));
        app.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();
        return app;
    }

    private static WorkflowJob branch(WorkflowMultiBranchProject app, String name) {
        return app.getItemByBranchName(name);
    }

    private static WorkflowRun lastBuild(WorkflowMultiBranchProject app, String name) {
        return branch(app, name).getLastBuild();
    }

    private void git(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command)
                        .directory(repository.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
