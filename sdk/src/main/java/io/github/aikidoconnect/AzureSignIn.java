package io.github.aikidoconnect;

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
}
