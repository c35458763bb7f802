package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.ListBoxModel;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A connection without a personal access token. */
@WithJenkins
class SignInTest {

    private static final String PRINCIPAL = "service-principal-credential";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    private SimulatedServices services(String clientSecret) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        SystemCredentialsProvider store = SystemCredentialsProvider.getInstance();
        store.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.SYSTEM, PRINCIPAL, "Azure DevOps", Shop.IDENTITY_ID, clientSecret));
        store.save();
        return services;
    }

    private static Map<String, String> fields(SimulatedServices services, String signIn) {
        return new HashMap<>(Map.of(
                "signIn",
                signIn,
                "tokenCredentialsId",
                "",
                "principalCredentialsId",
                PRINCIPAL,
                "tenantId",
                Shop.TENANT_ID,
                "authorityHost",
                services.entraUrl()));
    }

    @Test
    void showsWhichServicePrincipalItIs(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = services(Shop.IDENTITY_SECRET);

        String page = Visitor.anonymous(jenkins).testsTheConnection(services, fields(services, "service-principal"));

        assertThat(page)
                .contains("The connection works", "Azure DevOps accepts the service principal", "aikido-connect");
        assertThat(SecretSearch.of(Shop.IDENTITY_SECRET).in(page)).isEmpty();
    }

    @Test
    void namesTheFieldOfAWrongClientSecret(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = services("another-value-not-a-secret");

        String page = Visitor.anonymous(jenkins).testsTheConnection(services, fields(services, "service-principal"));

        assertThat(page).contains("does not work", "AADSTS7000215", "Service principal");
        assertThat(SecretSearch.of("another-value-not-a-secret").in(page)).isEmpty();
    }

    @Test
    void showsWhichWorkloadIdentityItIs(JenkinsRule jenkins, @TempDir Path folder) throws Exception {
        SimulatedServices services = services(Shop.IDENTITY_SECRET);
        Map<String, String> fields = fields(services, "workload-identity");
        fields.put("identityClientId", Shop.IDENTITY_ID);
        fields.put(
                "tokenFile",
                Files.writeString(folder.resolve("token"), Shop.FEDERATED_TOKEN).toString());

        String page = Visitor.anonymous(jenkins).testsTheConnection(services, fields);

        assertThat(page)
                .contains("The connection works", "Azure DevOps accepts the workload identity", "aikido-connect");
    }

    /** Whoever configures a folder must not use the identity or read the files of the controller. */
    @Test
    void ofAFolderCannotUseAnIdentityOfTheController(JenkinsRule jenkins, @TempDir Path folder) throws Exception {
        SimulatedServices services = services(Shop.IDENTITY_SECRET);
        Folder team = jenkins.createProject(Folder.class, "team");
        Connection.DescriptorImpl form = jenkins.jenkins.getDescriptorByType(Connection.DescriptorImpl.class);
        Map<String, String> fields = fields(services, "workload-identity");
        fields.put("identityClientId", Shop.IDENTITY_ID);
        fields.put(
                "tokenFile",
                Files.writeString(folder.resolve("token"), Shop.FEDERATED_TOKEN).toString());

        for (String signIn : List.of("workload-identity", "managed-identity")) {
            fields.put("signIn", signIn);
            assertThat(Visitor.anonymous(jenkins).testsTheConnectionOf(team.getUrl(), services, fields))
                    .contains("cannot sign in with an identity of the controller");
        }

        assertThat(services.exchanges()).isEmpty();
        assertThat(form.doFillSignInItems(team))
                .extracting((ListBoxModel.Option option) -> option.value)
                .containsExactly("pat", "service-principal");
    }
}
