package io.github.aikidoconnect.internal.azure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failed call to Azure DevOps. */
public final class AzureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of failures. Each needs another action of the user. */
    public enum Kind {
        /** The token is not accepted at all. */
        TOKEN_REJECTED,
        /** The token has expired. */
        TOKEN_EXPIRED,
        /** 401 or 403 for this call: a scope is missing, or, if every call is answered so, the token is rejected. */
        REFUSED,
        /** Microsoft Entra issued no access token. */
        SIGN_IN_FAILED,
        /** Azure Pipelines issued no token for a service connection. */
        PIPELINE_TOKEN_FAILED,
        /** The file with a federated token could not be used. */
        TOKEN_FILE_FAILED,
        /** The endpoint of a managed identity issued no access token. */
        MANAGED_IDENTITY_FAILED,
        /** A service that issues tokens has an outage or limits the rate. */
        SIGN_IN_UNAVAILABLE,
        /** 403 that does not come from the service: a proxy or a gateway in between refused the call. */
        BLOCKED,
        /** The project does not exist, or the token may not see it. */
        PROJECT_NOT_FOUND,
        /** Nothing was found at this address. */
        NOT_FOUND,
        /** The repository does not exist, is disabled, or the token may not see it. */
        REPOSITORY_NOT_FOUND,
        /** The service has an outage, limits the rate, or the organization is stopped. */
        UNAVAILABLE,
        /** The answer does not match the description of the API. */
        UNREADABLE,
        /** No answer was received. */
        NETWORK;

        /** Returns whether no access token was issued for an identity. */
        public boolean isSignIn() {
            return switch (this) {
                case SIGN_IN_FAILED,
                        PIPELINE_TOKEN_FAILED,
                        TOKEN_FILE_FAILED,
                        MANAGED_IDENTITY_FAILED,
                        SIGN_IN_UNAVAILABLE -> true;
                default -> false;
            };
        }
    }

    private final Kind kind;
    private final boolean uncertain;
    private final @Nullable TokenError tokenError;

    public AzureException(Kind kind, String detail) {
        this(kind, detail, false, null);
    }

    public AzureException(Kind kind, String detail, boolean uncertain, @Nullable TokenError tokenError) {
        super(detail);
        this.kind = kind;
        this.uncertain = uncertain;
        this.tokenError = tokenError;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns whether a write may have taken effect although it failed, so that the state must be read again. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Returns the reason why a token was not created, changed or revoked; empty if the service gave none. */
    public Optional<TokenError> tokenError() {
        return Optional.ofNullable(tokenError);
    }

    /** Returns the message of the service or the network for users, without a full stop; may be empty. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
