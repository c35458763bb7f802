package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.plugins.git.BranchSpec;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.UserRemoteConfig;
import hudson.scm.ChangeLogParser;
import hudson.scm.SCM;
import hudson.scm.SCMDescriptor;
import hudson.scm.SCMRevisionState;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.scm.JobLocations;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.branch.BranchSource;
import jenkins.plugins.git.GitSCMSource;
import jenkins.plugins.git.traits.BranchDiscoveryTrait;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * The project comes from the job's source code. Git is told to take the remotes of Azure DevOps from a local repository, so
 * that the jobs are those that users have, and still nothing leaves this machine.
 */
@WithJenkins
class SourceCodeTest {

    private static final String HTTPS = "https://dev.azure.com/contoso/Shop%20Front/_git/shop-web";
    private static final String SSH = "git@ssh.dev.azure.com:v3/contoso/Shop%20Front/shop-web";
    private static final String OTHER = "https://dev.azure.com/contoso/Payments/_git/pay-core";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @TempDir
    Path folder;

    @AfterEach
    void forgetTheRepository() {
        EnvVars.masterEnvVars.remove("GIT_CONFIG_GLOBAL");
    }

    @Test
    void aMultibranchPipelineNeedsNoParameterAtAll(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        repository("def report = aikidoConnect(dryRun: true); echo report.azure.project.name");
        WorkflowMultiBranchProject project = jenkins.createProject(WorkflowMultiBranchProject.class, "shop-web");
        GitSCMSource source = new GitSCMSource(HTTPS);
        source.setTraits(List.of(new BranchDiscoveryTrait()));
        project.getSourcesList().add(new BranchSource(source));
        project.scheduleBuild2(0).getFuture().get();
        jenkins.waitUntilNoActivity();

        WorkflowRun build = project.getItem("main").getLastBuild();

        jenkins.assertBuildStatusSuccess(build);
        jenkins.assertLogContains(
                "Aikido connect: project Shop Front, connection contoso; the project is from the remote URL", build);
    }

    @Test
    void aPipelineUsesWhatItHasCheckedOut(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        repository("");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node { git url: '" + HTTPS + "', branch: 'main' }; aikidoConnect dryRun: true", true));

        jenkins.assertLogContains("project Shop Front", jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void aFreestyleJobUsesItsRemoteOverSshAsWell(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        repository("");
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setScm(git(SSH));
        AikidoConnectStep step = new AikidoConnectStep();
        step.setDryRun(true);
        job.getBuildersList().add(new AikidoConnectBuilder(step));

        jenkins.assertLogContains("project Shop Front", jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void theOrganizationOfTheSourceCodeChoosesAmongSeveralConnections(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Administrator.addsCredentials();
        Connection other = new Connection("fabrikam", "fabrikam", Administrator.TOKEN_ID, Administrator.CLIENT_ID);
        Administrator.saves(other, Administrator.connection("shop", services));
        repository("");
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(
                "node { git url: '" + HTTPS + "', branch: 'main' }; aikidoConnect dryRun: true", true));

        jenkins.assertLogContains("connection shop", jenkins.buildAndAssertSuccess(job));
    }

    @Test
    void asksForTheProjectWhereTheSourceCodeNamesNoneOrSeveral(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect()", true));
        WorkflowRun none = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains(
                "[CONFIGURATION] The Azure DevOps project was not specified, and the job has no source code in the"
                        + " organization \"contoso\". Set the step's \"project\".",
                none);

        repository("");
        job.setDefinition(new CpsFlowDefinition(
                "node { git url: '" + HTTPS + "', branch: 'main'; git url: '" + OTHER
                        + "', branch: 'main' }; aikidoConnect dryRun: true",
                true));
        WorkflowRun several = jenkins.buildAndAssertStatus(Result.FAILURE, job);
        jenkins.assertLogContains("Set the step's \"project\" to one of these: \"Payments\", \"Shop Front\".", several);
    }

    /** Whoever configures a job chooses the URL of its source code, and can write any organization's name into it. */
    @Test
    void takesNoProjectFromAnotherServerThatHasTheNameOfTheOrganization(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.setScm(new TeamFoundationServerScm("https://tfs.example.com/tfs/contoso", "$/Shop Front/main"));
        AikidoConnectStep step = new AikidoConnectStep();
        step.setDryRun(true);
        job.getBuildersList().add(new AikidoConnectBuilder(step));

        jenkins.assertLogContains(
                "the job has no source code in the organization \"contoso\"",
                jenkins.buildAndAssertStatus(Result.FAILURE, job));
        assertThat(services.exchanges()).isEmpty();
    }

    @Test
    void asksForTheConnectionWhereSeveralFit(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Administrator.saves(Administrator.connection("first", services), Administrator.connection("second", services));
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect project: 'Shop Front'", true));

        jenkins.assertLogContains(
                "The job is permitted to use several connections. Set the step's \"connection\" to one of these: \"first\", \"second\".",
                jenkins.buildAndAssertStatus(Result.FAILURE, job));
    }

    @Test
    void readsTheProjectPathOfTfvc(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        Run<?, ?> build = jenkins.buildAndAssertSuccess(job);
        job.setScm(new TeamFoundationServerScm("https://dev.azure.com/contoso", "$/Shop Front/main"));

        assertThat(JobLocations.of(build)).singleElement().satisfies(place -> {
            assertThat(place.organization()).isEqualTo("contoso");
            assertThat(place.project()).isEqualTo("Shop Front");
        });
    }

    /** Makes a repository with a Jenkinsfile and has Git take it wherever a remote of Azure DevOps is asked for. */
    private void repository(String jenkinsfile) throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        Files.writeString(repository.resolve("Jenkinsfile"), jenkinsfile);
        for (String command : List.of(
                "git init -q -b main .",
                "git add .",
                "git -c user.name=somebody -c user.email=somebody@example.com commit -q -m first")) {
            Process process = new ProcessBuilder(command.split(" "))
                    .directory(repository.toFile())
                    .inheritIO()
                    .start();
            assertThat(process.waitFor()).isZero();
        }
        Path config = Files.writeString(folder.resolve("gitconfig"), """
                [url "file://%s"]
                    insteadOf = %s
                    insteadOf = %s
                    insteadOf = %s
                """.formatted(repository, HTTPS, SSH, OTHER));
        EnvVars.masterEnvVars.put("GIT_CONFIG_GLOBAL", config.toString());
        hudson.slaves.EnvironmentVariablesNodeProperty everywhere = new hudson.slaves.EnvironmentVariablesNodeProperty(
                new hudson.slaves.EnvironmentVariablesNodeProperty.Entry("GIT_CONFIG_GLOBAL", config.toString()));
        jenkins.model.Jenkins.get().getGlobalNodeProperties().add(everywhere);
    }

    private static GitSCM git(String url) {
        return new GitSCM(
                List.of(new UserRemoteConfig(url, null, null, null)),
                List.of(new BranchSpec("main")),
                null,
                null,
                List.of());
    }

    /** Has the name and the form values of the Team Foundation Server plugin's SCM. */
    public static final class TeamFoundationServerScm extends SCM {

        private final String serverUrl;
        private final String projectPath;

        @DataBoundConstructor
        public TeamFoundationServerScm(String serverUrl, String projectPath) {
            this.serverUrl = serverUrl;
            this.projectPath = projectPath;
        }

        public String getServerUrl() {
            return serverUrl;
        }

        public String getProjectPath() {
            return projectPath;
        }

        @Override
        public void checkout(
                Run<?, ?> build,
                Launcher launcher,
                FilePath workspace,
                TaskListener listener,
                File changelog,
                SCMRevisionState baseline) {
            // The job's form values are all that matters.
        }

        @Override
        public SCMRevisionState calcRevisionsFromBuild(
                Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener) {
            return SCMRevisionState.NONE;
        }

        @Override
        public ChangeLogParser createChangeLogParser() {
            return null;
        }

        @TestExtension
        public static final class DescriptorImpl extends SCMDescriptor<TeamFoundationServerScm> {

            public DescriptorImpl() {
                super(TeamFoundationServerScm.class, null);
            }
        }
    }
}
