package io.github.aikidoconnect.internal.azure.signin;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.internal.azure.AccessTokens;

/** Creates the source of access tokens for an identity. */
public final class Identities {

    private Identities() {}

    /**
     * Returns the source of the access tokens.
     *
     * @param identity a sign-in whose method is an identity
     */
    public static AccessTokens of(AzureSignIn identity, SignInCalls calls) {
        return new RenewedTokens(issuer(identity, calls), calls.time());
    }

    private static TokenIssuer issuer(AzureSignIn identity, SignInCalls calls) {
        if (identity instanceof AzureSignIn.ServicePrincipal principal) {
            calls.redactor().add(principal.clientSecret());
            return new EntraIssuer(
                    principal.application(),
                    () -> ClientCredentialFactory.createFromSecret(
                            principal.clientSecret().reveal()),
                    calls);
        }
        if (identity instanceof AzureSignIn.WorkloadIdentity workload) {
            FederatedTokens tokens = new FederatedTokens(workload.federatedToken(), calls);
            return new EntraIssuer(
                    workload.application(),
                    () -> ClientCredentialFactory.createFromClientAssertion(
                            tokens.current().reveal()),
                    calls);
        }
        if (identity instanceof AzureSignIn.ManagedIdentity managed) {
            return new ManagedIdentityIssuer(managed, calls);
        }
        throw new IllegalArgumentException(identity.method() + " is not an identity");
    }
}
