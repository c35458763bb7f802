package io.github.aikidoconnect.internal.azure.signin;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.location.UrlPaths;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Requests access tokens for an application from Microsoft Entra, with Microsoft's library. */
final class EntraIssuer implements TokenIssuer {

    private static final String SCOPE = RESOURCE + "/.default";

    private final EntraApplication application;
    private final Proof proof;
    private final SignInCalls calls;

    /** What proves that the caller is the application: its secret, or a federated token. */
    @FunctionalInterface
    interface Proof {
        IClientCredential get() throws InterruptedException;
    }

    EntraIssuer(EntraApplication application, Proof proof, SignInCalls calls) {
        this.application = application;
        this.proof = proof;
        this.calls = calls;
    }

    @Override
    public IssuedToken issue() throws InterruptedException {
        TokenEndpoint endpoint = new TokenEndpoint(calls.http(), tokenUri());
        IAuthenticationResult result = result(endpoint);
        endpoint.requireToken(calls.redactor()::clean);
        Secret token = Secret.of(result.accessToken());
        calls.redactor().add(token);
        Instant now = calls.time().now();
        Duration life = Duration.between(Instant.now(), result.expiresOnDate().toInstant());
        return new IssuedToken(token, now, now.plus(life));
    }

    private IAuthenticationResult result(TokenEndpoint endpoint) throws InterruptedException {
        try {
            return client(endpoint)
                    .acquireToken(ClientCredentialParameters.builder(Set.of(SCOPE))
                            .skipCache(true)
                            .build())
                    .join();
        } catch (CompletionException e) {
            throw Issuer.ENTRA.failed("sent an answer that could not be read");
        }
    }

    /**
     * The library looks up an authority at login.microsoftonline.com and requires https, unless it is told not to. Here,
     * the endpoint decides where the request goes, so the library is given the authority of the public cloud for every
     * cloud.
     */
    private ConfidentialClientApplication client(TokenEndpoint endpoint) throws InterruptedException {
        try {
            return ConfidentialClientApplication.builder(application.clientId(), proof.get())
                    .authority(EntraApplication.PUBLIC_CLOUD + "/" + application.tenantId() + "/")
                    .instanceDiscovery(false)
                    .validateAuthority(false)
                    .httpClient(endpoint)
                    .executorService(new CallingThread())
                    .disableInternalRetries()
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The id of the tenant was validated before", e);
        }
    }

    private URI tokenUri() {
        return URI.create(application.authorityHost().replaceAll("/+$", "")
                + UrlPaths.encode(List.of(application.tenantId()))
                + TokenEndpoint.PATH);
    }
}
