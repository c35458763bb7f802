package io.github.aikidoconnect.internal.azure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call to Azure DevOps that did not give what was asked for. */
public final class AzureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The answers that have to be told apart, since a person has to do something else about each. */
    public enum Kind {
        /** The token is not accepted at all. */
        TOKEN_REJECTED,
        /** The token has expired. */
        TOKEN_EXPIRED,
        /** 401 or 403 for this call: a scope is missing, or, if every call is answered so, the token is rejected. */
        REFUSED,
        /** 403 that does not come from the service: a proxy or a gateway in between refused the call. */
        BLOCKED,
        /** There is no such project, or it may not be seen. */
        PROJECT_NOT_FOUND,
        /** There is nothing at this address. */
        NOT_FOUND,
        /** There is no such repository, it is disabled, or it may not be seen. */
        REPOSITORY_NOT_FOUND,
        /** The service has an outage, limits the rate, or the organization is stopped. */
        UNAVAILABLE,
        /** An answer came that is not the one that the API describes. */
        UNREADABLE,
        /** No answer came. */
        NETWORK
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

    /** Returns whether a write may have taken effect all the same: the state has to be read to know. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Returns why a token was not made, changed or revoked, where the service said so. */
    public Optional<TokenError> tokenError() {
        return Optional.ofNullable(tokenError);
    }

    /** Returns what the service or the network said, for a person, without a full stop; empty if nothing. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
