package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds how to sign in to Azure DevOps: with a token, or with an identity. The run itself reports a missing or invalid
 * value.
 *
 * @param method one of the values of {@link Setting#AZURE_AUTH}
 * @param tokenEnv the environment variable for a token
 * @param serverId the server of settings.xml for a token or a service principal
 * @param ids the parameters of an identity
 * @param trust which servers may receive a secret
 */
record SignInLookup(String method, String tokenEnv, String serverId, IdentityVariables.Ids ids, Trust trust)
        implements GoalRun.Lookup {

    private static final String AUTO = "auto";
    private static final String TOKEN = "Azure DevOps token";

    /**
     * Returns the lookup for an organization of a file. If the file names a place of the secret, no other place is read:
     * it could contain the secret of another organization.
     */
    GoalRun.Lookup of(ConnectionConfig file) {
        String variable = file.text(ConnectionConfig.AZURE_TOKEN_ENV);
        String server = file.text(ConnectionConfig.AZURE_SERVER_ID);
        SignInLookup own = new SignInLookup(
                file.has(ConnectionConfig.AUTH) ? String.valueOf(file.text(ConnectionConfig.AUTH)) : method,
                Objects.requireNonNullElse(variable, tokenEnv),
                Objects.requireNonNullElse(server, serverId),
                new IdentityVariables.Ids(
                        file.text(ConnectionConfig.TENANT_ID, file.namesSecret() ? null : ids.tenantId()),
                        file.text(ConnectionConfig.CLIENT_ID, file.namesSecret() ? null : ids.clientId())),
                trust);
        return !file.namesSecret()
                ? own
                : (request, credentials) -> own.addTo(
                        request,
                        credentials.only(
                                name -> name.equals(variable) || name.equals(IdentityVariables.AUTHORITY_HOST),
                                id -> id.equals(server)));
    }

    @Override
    public void addTo(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException {
        if (is(SignInMethod.PAT) || is(SignInMethod.BEARER)) {
            request.azureToken(credentials.password(TOKEN, tokenEnv, serverId))
                    .azureSignIn(is(SignInMethod.PAT) ? AzureSignIn.personalAccessToken() : AzureSignIn.bearer());
            return;
        }
        // With a token in the variable, settings.xml is not read: a mistake in it must not end such a run.
        Secret variable = method.equals(AUTO) ? credentials.variable(TOKEN, tokenEnv) : null;
        Optional<Server> principal = variable == null ? principal(credentials) : Optional.empty();
        boolean stored = method.equals(AUTO) && variable == null && principal.isEmpty();
        Secret token = stored ? credentials.password(TOKEN, tokenEnv, serverId) : variable;
        request.azureToken(token);
        if (token == null) {
            IdentityVariables variables = new IdentityVariables(credentials, ids, principal, trust);
            request.azureSignIn(identity(variables, principal.isPresent()));
        }
    }

    private @Nullable AzureSignIn identity(IdentityVariables variables, boolean principal)
            throws ConfigurationException {
        if (is(SignInMethod.SERVICE_PRINCIPAL) || (method.equals(AUTO) && (principal || variables.haveSecret()))) {
            return variables.servicePrincipal(serverId);
        }
        if (is(SignInMethod.WORKLOAD_IDENTITY) || (method.equals(AUTO) && variables.haveFederatedToken())) {
            return variables.workloadIdentity();
        }
        if (is(SignInMethod.MANAGED_IDENTITY) || (method.equals(AUTO) && variables.haveIdentityEndpoint())) {
            return variables.managedIdentity();
        }
        // Tenant or application alone name an identity, too. The run reports that its secret is missing.
        return variables.haveIds() ? variables.servicePrincipal(serverId) : null;
    }

    private boolean is(SignInMethod other) {
        return method.equals(other.toString());
    }

    /** Returns the server if it describes a service principal: it has a tenant, or the method says so. */
    private Optional<Server> principal(Credentials credentials) throws ConfigurationException {
        if (!is(SignInMethod.SERVICE_PRINCIPAL) && !method.equals(AUTO)) {
            return Optional.empty();
        }
        return credentials
                .server(serverId)
                .filter(server ->
                        is(SignInMethod.SERVICE_PRINCIPAL) || tenantId(server).isPresent());
    }

    /** Returns the tenant in the configuration of a server. */
    static Optional<String> tenantId(Server server) {
        return server.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("tenantId")).map(Xpp3Dom::getValue)
                : Optional.empty();
    }
}
