package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.location.PipelineVariables;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/**
 * Reads an identity from Azure's standard environment variables, the parameters and settings.xml. The names are those of
 * azure-identity's EnvironmentCredential, WorkloadIdentityCredential and ManagedIdentityCredential, and those that the
 * tasks of Azure Pipelines set for a service connection (read 2026-11). A missing value stays empty.
 *
 * @param credentials reads the variables, and logs where a secret came from
 * @param ids the parameters
 * @param principal the server of settings.xml that describes a service principal
 * @param trust which servers may receive a secret
 */
record IdentityVariables(Credentials credentials, Ids ids, Optional<Server> principal, Trust trust) {

    private static final String TENANT_ID = "AZURE_TENANT_ID";
    private static final String CLIENT_ID = "AZURE_CLIENT_ID";
    private static final String CLIENT_SECRET = "AZURE_CLIENT_SECRET";
    private static final String FEDERATED_TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";
    static final String AUTHORITY_HOST = "AZURE_AUTHORITY_HOST";
    private static final String OIDC_REQUEST_URI = "SYSTEM_OIDCREQUESTURI";
    private static final String CONNECTION = "AZURESUBSCRIPTION_SERVICE_CONNECTION_ID";
    private static final String CONNECTION_TENANT = "AZURESUBSCRIPTION_TENANT_ID";
    private static final String CONNECTION_CLIENT = "AZURESUBSCRIPTION_CLIENT_ID";
    private static final String IDENTITY_ENDPOINT = "IDENTITY_ENDPOINT";
    private static final String IDENTITY_HEADER = "IDENTITY_HEADER";
    private static final String METADATA_HOST = "AZURE_POD_IDENTITY_AUTHORITY_HOST";

    /**
     * The parameters of an identity.
     *
     * @param tenantId the id of the tenant, null if it is not set
     * @param clientId the id of the application, null if it is not set
     */
    record Ids(@Nullable String tenantId, @Nullable String clientId) {}

    boolean haveSecret() {
        return credentials.plain(CLIENT_SECRET).isPresent();
    }

    boolean haveFederatedToken() {
        return credentials.plain(FEDERATED_TOKEN_FILE).isPresent() || haveConnection();
    }

    private boolean haveConnection() {
        return credentials.plain(OIDC_REQUEST_URI).isPresent()
                && credentials.plain(CONNECTION).isPresent();
    }

    boolean haveIdentityEndpoint() {
        return credentials.plain(IDENTITY_ENDPOINT).isPresent()
                && credentials.plain(IDENTITY_HEADER).isPresent();
    }

    boolean haveIds() {
        return Stream.of(
                        parameter(ids.tenantId()),
                        parameter(ids.clientId()),
                        credentials.plain(TENANT_ID),
                        credentials.plain(CLIENT_ID))
                .anyMatch(Optional::isPresent);
    }

    AzureSignIn servicePrincipal(String serverId) throws ConfigurationException {
        Secret secret = principal.isPresent()
                ? credentials.password("client secret", CLIENT_SECRET, serverId)
                : credentials.variable("client secret", CLIENT_SECRET);
        return AzureSignIn.servicePrincipal(
                application(TENANT_ID, CLIENT_ID), Objects.requireNonNullElse(secret, Secret.of(null)));
    }

    /** The file wins over the service connection: a step sets it for this run. */
    AzureSignIn workloadIdentity() throws ConfigurationException {
        Optional<String> file = credentials.plain(FEDERATED_TOKEN_FILE);
        if (file.isEmpty() && credentials.plain(OIDC_REQUEST_URI).isPresent()) {
            return AzureSignIn.workloadIdentity(application(CONNECTION_TENANT, CONNECTION_CLIENT), connection());
        }
        try {
            return AzureSignIn.workloadIdentity(application(TENANT_ID, CLIENT_ID), Path.of(file.orElse("")));
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "The environment variable " + FEDERATED_TOKEN_FILE + " does not contain a path.",
                    "Correct it, or use another value of " + MavenSettingNames.parameter("azure.auth", "azureAuth")
                            + ".");
        }
    }

    private AzureSignIn.PipelineConnection connection() throws ConfigurationException {
        Secret jobToken = credentials.variable("token of the pipeline's job", PipelineVariables.JOB_TOKEN);
        String requestUri = credentials.plain(OIDC_REQUEST_URI).orElse("");
        ConfigurationException.require(
                trust.judgeAzure(Given.found(requestUri, "the environment variable " + OIDC_REQUEST_URI)));
        return new AzureSignIn.PipelineConnection(
                requestUri,
                Objects.requireNonNullElse(jobToken, Secret.of(null)),
                credentials.plain(CONNECTION).orElse(""));
    }

    AzureSignIn managedIdentity() {
        String client =
                parameter(ids.clientId()).or(() -> credentials.plain(CLIENT_ID)).orElse(null);
        if (haveIdentityEndpoint()) {
            Secret header = credentials.variable("identity header", IDENTITY_HEADER);
            return AzureSignIn.managedIdentity(
                    client,
                    new AzureSignIn.IdentityEndpoint(
                            credentials.plain(IDENTITY_ENDPOINT).orElseThrow(),
                            Objects.requireNonNullElse(header, Secret.of(null))));
        }
        return credentials
                .plain(METADATA_HOST)
                .map(host ->
                        AzureSignIn.managedIdentity(client, new AzureSignIn.IdentityEndpoint(host, Secret.of(null))))
                .orElseGet(() -> AzureSignIn.managedIdentity(client));
    }

    private EntraApplication application(String tenantVariable, String clientVariable) throws ConfigurationException {
        String tenant = parameter(ids.tenantId())
                .or(() -> credentials.plain(TENANT_ID))
                .or(() -> credentials.plain(tenantVariable))
                .or(() -> principal.flatMap(SignInLookup::tenantId))
                .orElse("");
        String client = parameter(ids.clientId())
                .or(() -> credentials.plain(CLIENT_ID))
                .or(() -> credentials.plain(clientVariable))
                .or(() -> principal.map(Server::getUsername))
                .orElse("");
        return new EntraApplication(tenant, client, authorityHost());
    }

    private String authorityHost() throws ConfigurationException {
        Optional<String> host = credentials.plain(AUTHORITY_HOST);
        if (host.isPresent()) {
            ConfigurationException.require(
                    trust.judgeEntra(Given.found(host.get(), "the environment variable " + AUTHORITY_HOST)));
        }
        return host.orElse(EntraApplication.PUBLIC_CLOUD);
    }

    private static Optional<String> parameter(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
    }
}
