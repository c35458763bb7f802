package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider.FolderCredentialsProperty;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import hudson.model.Fingerprint;
import hudson.model.Item;
import hudson.model.Result;
import hudson.util.Secret;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import io.jenkins.plugins.aikido.step.StepRequest;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Which jobs get at a connection, for which projects, and that nothing else leads to its credentials. */
@WithJenkins
class AccessTest {

    private static final String CHECK = "aikidoConnect goal: 'check', project: 'Shop Front'";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    private SimulatedServices services;

    @BeforeEach
    void start() throws Exception {
        services = simulated.start(Scenario.shop());
    }

    @Test
    void aJobOutsideThePatternCannotUseAConnection(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setJobs("team-a/**, nightly"));
        Folder own = jenkins.createProject(Folder.class, "team-a");
        Folder other = jenkins.createProject(Folder.class, "team-ab");

        jenkins.buildAndAssertSuccess(Pipelines.job(own, "inside", CHECK));
        int calls = services.exchanges().size();

        WorkflowRun byName =
                fails(jenkins, Pipelines.job(other, "team-a", "aikidoConnect connection: 'contoso', project: 'x'"));
        jenkins.assertLogContains(
                "The job \"team-ab/team-a\" is not permitted to use a connection named \"contoso\".", byName);
        jenkins.assertLogContains(
                "Ask an administrator to add the job to the field \"Jobs\" of the connection", byName);
        WorkflowRun byNothing = fails(jenkins, Pipelines.job(other, "implicit", CHECK));
        jenkins.assertLogContains("The job \"team-ab/implicit\" is not permitted to use any connection.", byNothing);
        jenkins.assertLogNotContains("contoso", byNothing);
        assertThat(completion(jenkins, other.getItem("implicit"))).doesNotContain(Shop.PROJECT, "contoso");
        assertThat(services.exchanges()).hasSize(calls);
        assertThat(completion(jenkins, own.getItem("inside"))).contains(Shop.PROJECT, "contoso");
    }

    @Test
    void aProjectOutsideTheGlobsIsRefusedInWhateverFormItIsWritten(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setProjects("shop*, *0b8f4a52*"));
        String id = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a702";

        for (String project : new String[] {
            Shop.OTHER_PROJECT, "PAYMENTS", " payments", id, id.toUpperCase(), id.replace("-", ""), "(" + id + ")"
        }) {
            WorkflowRun build = fails(
                    jenkins,
                    Pipelines.job(
                            jenkins.jenkins,
                            "job-" + jenkins.jenkins.getItems().size(),
                            "aikidoConnect project: '" + project + "'"));
            assertThat(JenkinsRule.getLog(build))
                    .containsPattern("may not be used for the project|is an id")
                    .containsPattern("Ask an administrator to add the project|Set the step's \"project\" to the name");
        }
        assertThat(services.exchanges()).isEmpty();

        jenkins.buildAndAssertSuccess(
                Pipelines.job(jenkins.jenkins, "permitted", "aikidoConnect goal: 'check', project: 'SHOP front'"));
        assertThat(completion(jenkins, jenkins.jenkins.getItem("permitted")))
                .contains(Shop.PROJECT)
                .doesNotContain(Shop.OTHER_PROJECT);
    }

    @Test
    void aJobPrunesOnlyAsFarAsItsConnectionAllows(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        Connection connection = Administrator.connection("contoso", services);
        Administrator.saves(connection);
        WorkflowJob job = Pipelines.job(
                jenkins.jenkins,
                "job",
                "aikidoConnect project: 'Shop Front', prune: true, pruneLimit: 100, dryRun: true");

        WorkflowRun refused = fails(jenkins, job);
        jenkins.assertLogContains("[CONFIGURATION] The connection \"contoso\" does not allow pruning.", refused);
        jenkins.assertLogContains("ask an administrator to select \"Allow pruning\"", refused);
        assertThat(services.exchanges()).isEmpty();

        connection.setAllowPrune(true);
        Administrator.saves(connection);
        jenkins.buildAndAssertSuccess(job);
    }

    @Test
    void theLimitOfTheConnectionWinsOverAHigherOneOfTheStep() throws Exception {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setPrune(true);
        step.setPruneLimit(100);
        Connection connection = new Connection("contoso", "contoso", "", "");
        connection.setAllowPrune(true);
        connection.setPruneLimit(5);

        assertThat(pruneLimit(step, connection)).isEqualTo(5);
        step.setPruneLimit(3);
        assertThat(pruneLimit(step, connection)).isEqualTo(3);
    }

    private static int pruneLimit(AikidoConnectStep step, Connection connection) throws Exception {
        StepRequest request = new StepRequest(step);
        request.limitPrune(connection);
        return request.build().pruneLimit();
    }

    @Test
    void aMessageNamesNoProjectOutsideTheGlobs(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setProjects("shop*"));

        WorkflowRun build = fails(jenkins, Pipelines.job(jenkins.jenkins, "job", "aikidoConnect project: 'Shopfront'"));

        jenkins.assertLogContains("Correct the step's \"project\"", build);
        jenkins.assertLogNotContains(Shop.OTHER_PROJECT, build);
        assertThat(jenkins.createWebClient().getPage(build, "aikido").asNormalizedText())
                .contains("Shopfront")
                .doesNotContain(Shop.OTHER_PROJECT);
    }

    @Test
    void theUseOfBothCredentialsIsTracked(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services);
        WorkflowJob job = Pipelines.job(jenkins.jenkins, "tracked", CHECK);

        jenkins.buildAndAssertSuccess(job);

        for (Credentials credential : SystemCredentialsProvider.getInstance().getCredentials()) {
            Fingerprint uses = CredentialsProvider.getFingerprintOf(credential);
            assertThat(uses).isNotNull();
            assertThat(uses.getJobs()).containsExactly("tracked");
        }
    }

    @Test
    void aSystemCredentialIsReachedThroughItsConnectionAlone(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services);

        WorkflowRun taken = fails(jenkins, Pipelines.job(jenkins.jenkins, "thief", """
                withCredentials([string(credentialsId: 'azure-devops-token', variable: 'TOKEN')]) {
                  echo 'reached'
                }
                """));

        jenkins.assertLogNotContains("reached", taken);
        jenkins.buildAndAssertSuccess(Pipelines.job(jenkins.jenkins, "honest", CHECK));
    }

    @Test
    void aFoldersCredentialOfTheSameIdIsNotUsed(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services);
        Folder folder = jenkins.createProject(Folder.class, "folder");
        folder.addProperty(new FolderCredentialsProperty(new DomainCredentials[0]));
        CredentialsStore store =
                folder.getProperties().get(FolderCredentialsProperty.class).getStore();
        store.addCredentials(
                Domain.global(),
                new StringCredentialsImpl(
                        CredentialsScope.GLOBAL,
                        Administrator.TOKEN_ID,
                        "the folder's own",
                        Secret.fromString(Shop.UNKNOWN_TOKEN)));

        WorkflowRun build = jenkins.buildAndAssertSuccess(Pipelines.job(folder, "job", CHECK));

        jenkins.assertLogNotContains("AZURE_TOKEN_REJECTED", build);
    }

    @Test
    void aBuildsLogNamesTheFieldAndNotTheIdOfACredentialThatIsGone(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        Connection connection = new Connection("contoso", Shop.ORGANIZATION, "secret-id", Administrator.CLIENT_ID);
        Administrator.saves(connection);

        WorkflowRun build = fails(jenkins, Pipelines.job(jenkins.jenkins, "job", CHECK));

        jenkins.assertLogContains("was not found, or its kind is not \"Secret text\"", build);
        jenkins.assertLogContains("the field \"Personal access token\" of the connection \"contoso\"", build);
        jenkins.assertLogNotContains("secret-id", build);
    }

    @Test
    void completionAsksAzureDevOpsOnceForSeveralRefreshes(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services);
        WorkflowJob job = Pipelines.job(jenkins.jenkins, "job", CHECK);
        completion(jenkins, job);
        int calls = services.exchanges().size();

        for (int i = 0; i < 5; i++) {
            assertThat(completion(jenkins, job)).contains(Shop.PROJECT);
        }

        assertThat(calls).isPositive();
        assertThat(services.exchanges()).hasSize(calls);
    }

    private static String completion(JenkinsRule jenkins, Item job) {
        AikidoConnectStep.DescriptorImpl step =
                jenkins.jenkins.getDescriptorByType(AikidoConnectStep.DescriptorImpl.class);
        return step.doFillConnectionItems(job, null).stream()
                        .map(item -> item.value)
                        .toList()
                + " "
                + step.doFillProjectItems(job, "contoso");
    }

    private static WorkflowRun fails(JenkinsRule jenkins, WorkflowJob job) throws Exception {
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }
}
