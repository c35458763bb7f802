package io.github.aikidoconnect.internal.aikido;

import java.util.regex.Pattern;

/** A failed call to Aikido. */
public final class AikidoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of failures. Each needs another action of the user. */
    public enum Kind {
        /** Aikido rejected the id and secret of the client. */
        CREDENTIALS_REJECTED,
        /** The client lacks a scope of the API; the detail is its name, if Aikido returned it. */
        SCOPE_MISSING,
        /** 403 that does not come from Aikido: a proxy or a gateway in between refused the call. */
        BLOCKED,
        /** The rate limit was exceeded repeatedly. */
        RATE_LIMITED,
        /** The repository no longer exists. */
        NOT_FOUND,
        /** Aikido understood the call and refused it. */
        REFUSED,
        /** Aikido does not accept a token through its API for this workspace. */
        HANDOVER_UNAVAILABLE,
        /** Aikido has an outage, or its answer does not match the API description. */
        UNAVAILABLE,
        /** No answer was received. */
        NETWORK
    }

    private static final Pattern SCOPE = Pattern.compile("[a-z_]+:[a-z_]+");

    private final Kind kind;
    private final boolean uncertain;

    AikidoException(Kind kind, String detail, boolean uncertain) {
        super(detail);
        this.kind = kind;
        this.uncertain = uncertain;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns whether the detail is the name of a scope: a refusal may have other reasons. */
    public boolean namesScope() {
        return SCOPE.matcher(detail()).matches();
    }

    /** Returns whether a write may have taken effect although it failed, so that the state must be read again. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Returns the message of Aikido or the network for users, without a full stop. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
