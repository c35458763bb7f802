package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider.FolderCredentialsProperty;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.domains.DomainCredentials;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Item;
import hudson.model.Result;
import hudson.util.Secret;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.folder.FolderConnections;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A folder has connections and credentials of its own, for the jobs below it and for no others. */
@WithJenkins
class FolderConnectionsTest {

    private static final String CHECK = "aikidoConnect goal: 'check', project: 'Shop Front'";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void onlyJobsBelowTheFolderUseItsConnectionAndItsCredentials(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Folder team = folder(jenkins, "team-a", services);
        Folder below = team.createProject(Folder.class, "below");
        Folder other = jenkins.createProject(Folder.class, "team-ab");

        jenkins.assertLogContains("connection team", jenkins.buildAndAssertSuccess(job(team, "job")));
        jenkins.assertLogContains("connection team", jenkins.buildAndAssertSuccess(job(below, "job")));
        WorkflowRun outside = jenkins.buildAndAssertStatus(Result.FAILURE, job(other, "job"));

        jenkins.assertLogContains("The job \"team-ab/job\" is not permitted to use any connection.", outside);
        assertThat(Connections.permitted(other.getItem("job"))).isEmpty();
    }

    @Test
    void theConnectionOfTheNearestFolderTakesPrecedence(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Folder team = folder(jenkins, "team-a", services);
        Folder below = team.createProject(Folder.class, "below");

        jenkins.assertLogContains("connection team", jenkins.buildAndAssertSuccess(job(below, "job")));
        assertThat(Connections.permitted(below.getItem("job")))
                .extracting(each -> each.connection().getName())
                .containsExactly("team", "contoso");
    }

    @Test
    void aFolderCannotUseACredentialOfTheScopeSystem(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Administrator.addsCredentials();
        Folder team = jenkins.createProject(Folder.class, "team-a");
        team.addProperty(new FolderConnections(List.of(Administrator.connection("team", services))));

        WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, job(team, "job"));

        jenkins.assertLogContains("was not found, or its kind is not \"Secret text\"", build);
        jenkins.assertLogContains("(configuration of the folder team-a)", build);
        assertThat(services.exchanges()).isEmpty();
    }

    @Test
    void theFormOfTheFolderReadsBackWhatWasSaved(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Folder team = folder(jenkins, "team-a", services);
        List<Connection> saved =
                team.getProperties().get(FolderConnections.class).getConnections();

        jenkins.configRoundtrip(team);

        assertThat(team.getProperties().get(FolderConnections.class).getConnections())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(saved);
        assertThat(jenkins.createWebClient().getPage(team, "configure").asNormalizedText())
                .contains("Only jobs below this folder");
    }

    @Test
    void testsItsConnectionForThoseWhoMayConfigureTheFolderOnly(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        Folder team = folder(jenkins, "team-a", services);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.CONFIGURE)
                .onFolders(team)
                .to("owner"));
        Map<String, String> fields = Map.of(
                "organization",
                Shop.ORGANIZATION,
                "tokenCredentialsId",
                "folder-token",
                "clientCredentialsId",
                "folder-client",
                "azureUrl",
                services.azureUrl(),
                "aikidoUrl",
                services.aikidoUrl());
        String path = "descriptorByName/" + Connection.class.getName() + "/testConnection";

        assertThat(Visitor.named(jenkins, "reader")
                        .post(team.getUrl() + path, fields)
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(Visitor.named(jenkins, "owner").post(path, fields).getStatusCode())
                .isEqualTo(403);
        assertThat(services.exchanges()).isEmpty();
        assertThat(Visitor.named(jenkins, "owner")
                        .post(team.getUrl() + path, fields)
                        .getContentAsString())
                .contains("The connection works.");
    }

    @Test
    void theConnectionsOfFoldersAndOfTheSystemHaveDifferentIds(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        Folder team = folder(jenkins, "team-a", services);

        assertThat(Connections.all()).extracting(OwnedConnection::id).containsExactly("//contoso", "team-a//team");
        assertThat(Connections.all().get(1).owner()).isSameAs(team);
    }

    private static Folder folder(JenkinsRule jenkins, String name, SimulatedServices services) throws Exception {
        Folder folder = jenkins.createProject(Folder.class, name);
        folder.addProperty(new FolderCredentialsProperty(new DomainCredentials[0]));
        CredentialsStore store =
                folder.getProperties().get(FolderCredentialsProperty.class).getStore();
        for (Credentials credential : List.of(
                new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, "folder-token", "Azure DevOps", Secret.fromString(Shop.TOKEN)),
                new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, "folder-client", "Aikido", Shop.CLIENT_ID, Shop.CLIENT_SECRET))) {
            store.addCredentials(Domain.global(), credential);
        }
        Connection connection = new Connection("team", Shop.ORGANIZATION, "folder-token", "folder-client");
        connection.setAzureUrl(services.azureUrl());
        connection.setAikidoUrl(services.aikidoUrl());
        folder.addProperty(new FolderConnections(List.of(connection)));
        return folder;
    }

    private static WorkflowJob job(Folder parent, String name) throws Exception {
        WorkflowJob job = parent.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(CHECK, true));
        return job;
    }
}
