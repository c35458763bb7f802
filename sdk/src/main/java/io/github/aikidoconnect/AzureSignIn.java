package io.github.aikidoconnect;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to sign in to Azure DevOps: with a given token in a certain form, or with an identity of Microsoft Entra whose
 * access tokens the run requests itself. The access tokens are kept in memory only, and are requested again before they
 * expire.
 */
public sealed interface AzureSignIn {

    /** Returns the method for the report. */
    SignInMethod method();

    /** Sends the token of the request as a password, also if it does not have the shape of a personal access token. */
    static AzureSignIn personalAccessToken() {
        return new GivenToken(SignInMethod.PAT);
    }

    /** Sends the token of the request as a bearer token. */
    static AzureSignIn bearer() {
        return new GivenToken(SignInMethod.BEARER);
    }

    /** Signs in as a service principal with a client secret. */
    static AzureSignIn servicePrincipal(EntraApplication application, Secret clientSecret) {
        return new ServicePrincipal(application, clientSecret);
    }

    /**
     * Signs in with the token of another issuer that the application trusts. The file is read again for each access
     * token, because the issuer replaces the token in it.
     */
    static AzureSignIn workloadIdentity(EntraApplication application, Path tokenFile) {
        return new WorkloadIdentity(application, new TokenFile(tokenFile));
    }

    /** Signs in with a service connection of Azure Pipelines that the application trusts. */
    static AzureSignIn workloadIdentity(EntraApplication application, PipelineConnection connection) {
        return new WorkloadIdentity(application, connection);
    }

    /**
     * Signs in with the managed identity of a virtual machine or of another resource that has the instance metadata
     * service.
     *
     * @param clientId the client id of a user-assigned identity; null for the one of the resource
     */
    static AzureSignIn managedIdentity(@Nullable String clientId) {
        return managedIdentity(clientId, IdentityEndpoint.METADATA_SERVICE);
    }

    /** Signs in with the managed identity of a resource that has another endpoint, such as App Service. */
    static AzureSignIn managedIdentity(@Nullable String clientId, IdentityEndpoint endpoint) {
        Optional<String> client = Optional.ofNullable(clientId).map(String::strip);
        return new ManagedIdentity(client.filter(given -> !given.isEmpty()), endpoint);
    }

    /**
     * The token of the request.
     *
     * @param method the form in which the token is sent: {@link SignInMethod#PAT} or {@link SignInMethod#BEARER}
     */
    record GivenToken(SignInMethod method) implements AzureSignIn {}

    /**
     * A service principal.
     *
     * @param application the application
     * @param clientSecret its client secret, which is sent to the authority host only
     */
    record ServicePrincipal(EntraApplication application, Secret clientSecret) implements AzureSignIn {
        @Override
        public SignInMethod method() {
            return SignInMethod.SERVICE_PRINCIPAL;
        }
    }

    /**
     * An application that trusts the tokens of another issuer.
     *
     * @param application the application
     * @param federatedToken where the token of the other issuer comes from
     */
    record WorkloadIdentity(EntraApplication application, FederatedToken federatedToken) implements AzureSignIn {
        @Override
        public SignInMethod method() {
            return SignInMethod.WORKLOAD_IDENTITY;
        }
    }

    /** The source of a token of another issuer. The token is sent to the authority host only. */
    sealed interface FederatedToken {}

    /**
     * A file with the token, as Kubernetes provides it.
     *
     * @param file the file
     */
    record TokenFile(Path file) implements FederatedToken {}

    /**
     * A service connection of Azure Pipelines.
     *
     * @param requestUri the address that issues the token to the job: {@code SYSTEM_OIDCREQUESTURI}
     * @param jobToken the token of the job, {@code SYSTEM_ACCESSTOKEN}, which is sent to that address
     * @param id the id of the service connection
     */
    record PipelineConnection(String requestUri, Secret jobToken, String id) implements FederatedToken {}

    /**
     * A managed identity.
     *
     * @param clientId the client id of a user-assigned identity, empty for the one of the resource
     * @param endpoint the endpoint that issues the access tokens
     */
    record ManagedIdentity(Optional<String> clientId, IdentityEndpoint endpoint) implements AzureSignIn {
        @Override
        public SignInMethod method() {
            return SignInMethod.MANAGED_IDENTITY;
        }
    }

    /**
     * The endpoint of managed identities. It must be on this machine or at a link-local address.
     *
     * @param url its URL: the base of an instance metadata service, or the complete URL of App Service, {@code
     *     IDENTITY_ENDPOINT}
     * @param header the secret of App Service, {@code IDENTITY_HEADER}; empty for an instance metadata service
     */
    record IdentityEndpoint(String url, Secret header) {

        /** The instance metadata service of Azure. */
        public static final IdentityEndpoint METADATA_SERVICE =
                new IdentityEndpoint("http://169.254.169.254", Secret.of(null));
    }
}
