package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Finds how to sign in to Azure DevOps: a token, or an identity from Azure's standard environment variables, settings.xml
 * and the parameters. The run itself reports a missing or invalid value of an identity.
 *
 * @param method one of the values of {@link Setting#AZURE_AUTH}
 * @param place where a token is
 * @param ids the parameters of an identity
 * @param trust which authority host may receive a secret
 */
record SignInLookup(String method, Place place, Ids ids, Trust trust) implements GoalRun.Lookup {

    private static final String AUTO = "auto";
    private static final String PAT = "pat";
    private static final String BEARER = "bearer";
    private static final String SERVICE_PRINCIPAL = "service-principal";

    private static final String AUTHORITY_HOST = "AZURE_AUTHORITY_HOST";
    private static final String TENANT_ID = "AZURE_TENANT_ID";
    private static final String CLIENT_ID = "AZURE_CLIENT_ID";
    private static final String CLIENT_SECRET = "AZURE_CLIENT_SECRET";

    /**
     * Where a token is.
     *
     * @param tokenEnv the environment variable for it
     * @param serverId the server of settings.xml for it, or for a service principal
     */
    record Place(String tokenEnv, String serverId) {}

    /**
     * The parameters of an identity.
     *
     * @param tenantId the id of the tenant, null if it is not set
     * @param clientId the id of the application, null if it is not set
     */
    record Ids(@Nullable String tenantId, @Nullable String clientId) {}

    @Override
    public void addTo(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException {
        if (!hasToken(request, credentials)) {
            Optional<AzureSignIn> identity = identity(credentials);
            request.azureSignIn(identity.orElse(null));
        }
    }

    private boolean hasToken(ConnectRequest.Builder request, Credentials credentials) throws ConfigurationException {
        boolean needed = method.equals(PAT) || method.equals(BEARER);
        if (!needed && !method.equals(AUTO)) {
            return false;
        }
        boolean principal = !needed && principal(credentials).isPresent();
        Secret token = principal
                ? credentials.variable("Azure DevOps token", place.tokenEnv())
                : credentials.password("Azure DevOps token", place.tokenEnv(), place.serverId());
        request.azureToken(token);
        if (needed) {
            request.azureSignIn(method.equals(PAT) ? AzureSignIn.personalAccessToken() : AzureSignIn.bearer());
        }
        return needed || token != null;
    }

    private Optional<AzureSignIn> identity(Credentials credentials) throws ConfigurationException {
        Optional<Server> principal = principal(credentials);
        boolean named = method.equals(SERVICE_PRINCIPAL)
                || principal.isPresent()
                || credentials.plain(CLIENT_SECRET).isPresent()
                || credentials.plain(TENANT_ID).isPresent()
                || credentials.plain(CLIENT_ID).isPresent();
        return named ? Optional.of(servicePrincipal(credentials, principal)) : Optional.empty();
    }

    private AzureSignIn servicePrincipal(Credentials credentials, Optional<Server> principal)
            throws ConfigurationException {
        boolean inServer = credentials.plain(CLIENT_SECRET).isEmpty() && principal.isPresent();
        Secret secret = inServer
                ? credentials.password("client secret", CLIENT_SECRET, place.serverId())
                : credentials.variable("client secret", CLIENT_SECRET);
        return AzureSignIn.servicePrincipal(
                application(credentials, principal), secret == null ? Secret.of(null) : secret);
    }

    private EntraApplication application(Credentials credentials, Optional<Server> principal)
            throws ConfigurationException {
        return new EntraApplication(
                first(ids.tenantId(), credentials.plain(TENANT_ID).or(() -> principal.flatMap(SignInLookup::tenantId))),
                first(ids.clientId(), credentials.plain(CLIENT_ID).or(() -> principal.map(Server::getUsername))),
                authorityHost(credentials));
    }

    private String authorityHost(Credentials credentials) throws ConfigurationException {
        Optional<String> host = credentials.plain(AUTHORITY_HOST);
        if (host.isPresent()) {
            ConfigurationException.require(
                    trust.judgeEntra(Given.found(host.get(), "the environment variable " + AUTHORITY_HOST)));
        }
        return host.orElse(EntraApplication.PUBLIC_CLOUD);
    }

    /** Returns the server if it describes a service principal: it has a tenant, or the method says so. */
    private Optional<Server> principal(Credentials credentials) throws ConfigurationException {
        return credentials
                .server(place.serverId())
                .filter(server ->
                        method.equals(SERVICE_PRINCIPAL) || tenantId(server).isPresent());
    }

    private static Optional<String> tenantId(Server server) {
        return server.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("tenantId")).map(Xpp3Dom::getValue)
                : Optional.empty();
    }

    private static String first(@Nullable String parameter, Optional<String> otherwise) {
        return parameter == null || parameter.isBlank() ? otherwise.orElse("") : parameter;
    }
}
