package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a build signs in to Azure DevOps, from its parameters, its environment and settings.xml. */
class SignInLookupTest {

    private static final String OIDC =
            "https://dev.azure.com/contoso/1/_apis/distributedtask/hubs/build/plans/2/jobs/3/oidctoken";

    private final RecordingLog log = new RecordingLog();
    private final Settings settings = new Settings();
    private final Map<String, String> environment = new HashMap<>();
    private IdentityVariables.Ids ids = new IdentityVariables.Ids(null, null);

    private ConnectRequest request(String method) throws ConfigurationException {
        return request(method, ConnectionConfig.NONE);
    }

    private ConnectRequest ofFile(String... keysAndValues) throws ConfigurationException {
        Map<String, ConnectionConfig.Value> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], new ConnectionConfig.Value(keysAndValues[i + 1], 1));
        }
        return request("auto", new ConnectionConfig(values));
    }

    private ConnectRequest request(String method, ConnectionConfig file) throws ConfigurationException {
        Trust trust = Trust.of(new NamedProperties(List.of(), List.of(), ""), environment);
        Credentials credentials = new Credentials(
                environment, new ServerSettings(settings, new NoDecrypter()), new Console(log, new Colours(false)));
        ConnectRequest.Builder request = ConnectRequest.builder();
        new SignInLookup(method, "PAT", "azure-devops", ids, trust).of(file).addTo(request, credentials);
        return request.build();
    }

    private AzureSignIn signIn(String method) throws ConfigurationException {
        return request(method).azureSignIn().orElseThrow();
    }

    private void servicePrincipal() {
        environment.putAll(
                Map.of("AZURE_TENANT_ID", "tenant", "AZURE_CLIENT_ID", "client", "AZURE_CLIENT_SECRET", "value"));
    }

    private void server(@Nullable String tenantId) {
        Server server = new Server();
        server.setId("azure-devops");
        server.setUsername("stored-client");
        server.setPassword("stored-value");
        if (tenantId != null) {
            Xpp3Dom configuration = new Xpp3Dom("configuration");
            Xpp3Dom tenant = new Xpp3Dom("tenantId");
            tenant.setValue(tenantId);
            configuration.addChild(tenant);
            server.setConfiguration(configuration);
        }
        settings.addServer(server);
    }

    @Test
    void isTheGivenTokenWhateverElseIsSet() throws Exception {
        servicePrincipal();
        server("stored-tenant");
        environment.put("PAT", "token");

        assertThat(request("auto").azureToken()).contains(Secret.of("token"));
        assertThat(request("auto").azureSignIn()).isEmpty();
    }

    @Test
    void isThePasswordOfAServerWithoutATenant() throws Exception {
        server(null);
        servicePrincipal();

        assertThat(request("auto").azureToken()).contains(Secret.of("stored-value"));
        assertThat(request("auto").azureSignIn()).isEmpty();
    }

    @Test
    void isTheServicePrincipalOfTheVariables() throws Exception {
        servicePrincipal();

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.servicePrincipal(EntraApplication.of("tenant", "client"), Secret.of("value")));
        assertThat(log.lines()).containsExactly("  client secret from the environment variable AZURE_CLIENT_SECRET");
    }

    @Test
    void isTheServicePrincipalOfAServerWithATenant() throws Exception {
        server("stored-tenant");

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.servicePrincipal(
                        EntraApplication.of("stored-tenant", "stored-client"), Secret.of("stored-value")));
    }

    @Test
    void prefersTheParametersToTheVariables() throws Exception {
        servicePrincipal();
        ids = new IdentityVariables.Ids("my-tenant", "my-client");

        assertThat(signIn("service-principal"))
                .isEqualTo(AzureSignIn.servicePrincipal(
                        EntraApplication.of("my-tenant", "my-client"), Secret.of("value")));
    }

    @Test
    void isTheFederatedTokenInTheFileOfKubernetes() throws Exception {
        environment.putAll(Map.of(
                "AZURE_TENANT_ID", "tenant",
                "AZURE_CLIENT_ID", "client",
                "AZURE_FEDERATED_TOKEN_FILE", "/var/run/token",
                "AZURE_AUTHORITY_HOST", "https://login.microsoftonline.us/"));

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.workloadIdentity(
                        new EntraApplication("tenant", "client", "https://login.microsoftonline.us/"),
                        Path.of("/var/run/token")));
    }

    @Test
    void isTheServiceConnectionOfAzurePipelines() throws Exception {
        environment.putAll(Map.of(
                "SYSTEM_OIDCREQUESTURI", OIDC,
                "SYSTEM_ACCESSTOKEN", "job",
                "AZURESUBSCRIPTION_TENANT_ID", "tenant",
                "AZURESUBSCRIPTION_CLIENT_ID", "client",
                "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "connection"));

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.workloadIdentity(
                        EntraApplication.of("tenant", "client"),
                        new AzureSignIn.PipelineConnection(OIDC, Secret.of("job"), "connection")));
    }

    @Test
    void isTheManagedIdentityOfAnAppService() throws Exception {
        environment.putAll(
                Map.of("IDENTITY_ENDPOINT", "http://localhost:42356/msi/token", "IDENTITY_HEADER", "header"));

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.managedIdentity(
                        null,
                        new AzureSignIn.IdentityEndpoint("http://localhost:42356/msi/token", Secret.of("header"))));
    }

    @Test
    void isTheManagedIdentityOfAVirtualMachineOnlyOnRequest() throws Exception {
        assertThat(request("auto").azureSignIn()).isEmpty();
        assertThat(signIn("managed-identity")).isEqualTo(AzureSignIn.managedIdentity(null));
    }

    @Test
    void isAServicePrincipalWithoutASecretWhereOnlyItsIdsAreSet() throws Exception {
        environment.put("AZURE_CLIENT_ID", "client");

        assertThat(signIn("auto"))
                .isEqualTo(AzureSignIn.servicePrincipal(EntraApplication.of("", "client"), Secret.of(null)));
    }

    @Test
    void isATokenInTheNamedForm() throws Exception {
        environment.put("PAT", "token");

        assertThat(signIn("bearer").method()).isEqualTo(SignInMethod.BEARER);
        assertThat(signIn("pat").method()).isEqualTo(SignInMethod.PAT);
    }

    @Test
    void givesNoSecretToAnAuthorityHostThatIsNotTrusted() {
        servicePrincipal();
        environment.put("AZURE_AUTHORITY_HOST", "https://login.example.com");

        assertThatThrownBy(() -> request("auto"))
                .hasMessageContaining("login.example.com was found in the environment variable AZURE_AUTHORITY_HOST");
        environment.put("AIKIDO_TRUSTED_HOSTS", "login.example.com");
        assertThat(catchingNothing()).isEqualTo(SignInMethod.SERVICE_PRINCIPAL);
    }

    @Test
    void givesNoJobTokenToAServerThatIsNotTrusted() {
        environment.putAll(Map.of(
                "SYSTEM_OIDCREQUESTURI", "https://dev.azure.com.example.com/oidctoken",
                "SYSTEM_ACCESSTOKEN", "job",
                "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID", "connection"));

        assertThatThrownBy(() -> request("auto")).hasMessageContaining("dev.azure.com.example.com was found in");
    }

    @Test
    void isThatOfTheParametersIfTheFileNamesNone() throws Exception {
        environment.put("PAT", "token");

        assertThat(ofFile("azureUrl", "https://a.example").azureToken()).contains(Secret.of("token"));
        assertThat(ofFile("auth", "bearer").azureSignIn().orElseThrow().method())
                .isEqualTo(SignInMethod.BEARER);
    }

    @Test
    void isTheServerThatAFileNamesAndNoVariable() throws Exception {
        servicePrincipal();
        environment.put("PAT", "token-of-another-organization");
        ids = new IdentityVariables.Ids("tenant-of-another", "client-of-another");
        server("stored-tenant");

        assertThat(ofFile("azureServerId", "azure-devops").azureToken()).isEmpty();
        assertThat(ofFile("azureServerId", "azure-devops").azureSignIn())
                .contains(AzureSignIn.servicePrincipal(
                        EntraApplication.of("stored-tenant", "stored-client"), Secret.of("stored-value")));
        assertThat(ofFile("azureServerId", "aikido-other").azureToken()).isEmpty();
        assertThat(ofFile("azureServerId", "aikido-other").azureSignIn()).isEmpty();
    }

    @Test
    void isTheVariableThatAFileNamesAndNothingElse() throws Exception {
        servicePrincipal();
        environment.put("PAT", "token-of-another-organization");
        server(null);

        assertThat(ofFile("azureTokenEnv", "AIKIDO_PAT").azureToken()).isEmpty();
        assertThat(ofFile("azureTokenEnv", "AIKIDO_PAT").azureSignIn()).isEmpty();
        environment.put("AIKIDO_PAT", "own");
        assertThat(ofFile("azureTokenEnv", "AIKIDO_PAT").azureToken()).contains(Secret.of("own"));
    }

    @Test
    void isTheIdentityOfAFile() throws Exception {
        servicePrincipal();

        assertThat(ofFile("auth", "service-principal", "tenantId", "own-tenant", "clientId", "own-client")
                        .azureSignIn())
                .contains(AzureSignIn.servicePrincipal(
                        EntraApplication.of("own-tenant", "own-client"), Secret.of("value")));
    }

    private SignInMethod catchingNothing() {
        try {
            return signIn("auto").method();
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves every password as it is. */
    private static final class NoDecrypter implements SettingsDecrypter {

        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            List<Server> servers = request.getServers();
            return new SettingsDecryptionResult() {
                @Override
                public Server getServer() {
                    return servers.get(0);
                }

                @Override
                public List<Server> getServers() {
                    return servers;
                }

                @Override
                public org.apache.maven.settings.@Nullable Proxy getProxy() {
                    return null;
                }

                @Override
                public List<org.apache.maven.settings.Proxy> getProxies() {
                    return List.of();
                }

                @Override
                public List<SettingsProblem> getProblems() {
                    return List.of();
                }
            };
        }
    }
}
