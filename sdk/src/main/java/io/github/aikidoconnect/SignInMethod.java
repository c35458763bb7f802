package io.github.aikidoconnect;

import java.util.Locale;

/** The ways to sign in to Azure DevOps. Their names are part of the product: reports contain them. */
public enum SignInMethod {
    /** A personal access token, which is sent as a password. */
    PAT,
    /** A token that is not a personal access token, such as an access token of Microsoft Entra from another program. */
    BEARER,
    /** The token of a pipeline's job. */
    JOB_TOKEN,
    /** An application of Microsoft Entra with a client secret. */
    SERVICE_PRINCIPAL,
    /** An application of Microsoft Entra that trusts the tokens of another issuer, without a secret. */
    WORKLOAD_IDENTITY,
    /** The identity of the Azure resource on which the run takes place. */
    MANAGED_IDENTITY;

    /** Returns whether the run requests its access tokens itself, so that none has to be given. */
    public boolean isIdentity() {
        return this == SERVICE_PRINCIPAL || this == WORKLOAD_IDENTITY || this == MANAGED_IDENTITY;
    }

    /** Returns the name in reports, for example {@code service-principal}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the name for use in a sentence, for example {@code service principal}. */
    public String title() {
        return switch (this) {
            case PAT -> "personal access token";
            case BEARER -> "bearer token";
            case JOB_TOKEN, SERVICE_PRINCIPAL, WORKLOAD_IDENTITY, MANAGED_IDENTITY ->
                toString().replace('-', ' ');
        };
    }
}
