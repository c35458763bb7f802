package io.github.aikidoconnect.internal.azure.signin;

import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;

/** What issues tokens. */
enum Issuer {
    ENTRA("Microsoft Entra", Kind.SIGN_IN_FAILED),
    PIPELINES("Azure Pipelines", Kind.PIPELINE_TOKEN_FAILED),
    FILE("The file with the federated token", Kind.TOKEN_FILE_FAILED),
    MANAGED_IDENTITY("The endpoint of the managed identity", Kind.MANAGED_IDENTITY_FAILED);

    private final String title;
    private final Kind failure;

    Issuer(String title, Kind failure) {
        this.title = title;
        this.failure = failure;
    }

    /** Returns the kind of a failure, by the status of the answer. */
    Kind failure(int status) {
        boolean updating = this == MANAGED_IDENTITY && status == 410;
        return updating || status == 429 || status >= 500 ? Kind.SIGN_IN_UNAVAILABLE : failure;
    }

    /**
     * Returns the exception for a failure.
     *
     * @param what what happened, as the end of a sentence whose subject is the issuer
     */
    AzureException failed(String what) {
        return new AzureException(failure, this + " " + what);
    }

    /** Returns the subject of a sentence. */
    @Override
    public String toString() {
        return title;
    }
}
