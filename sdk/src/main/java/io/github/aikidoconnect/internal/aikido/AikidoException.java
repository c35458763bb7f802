package io.github.aikidoconnect.internal.aikido;

import java.util.regex.Pattern;

/** A call to Aikido that did not give what was asked for. */
public final class AikidoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The answers that have to be told apart, since a person has to do something else about each. */
    public enum Kind {
        /** The client's id and secret are not accepted. */
        CREDENTIALS_REJECTED,
        /** The client lacks a scope of the API; the detail is its name, as far as Aikido told it. */
        SCOPE_MISSING,
        /** 403 that does not come from Aikido: a proxy or a gateway in between refused the call. */
        BLOCKED,
        /** The limit of calls was hit again and again. */
        RATE_LIMITED,
        /** There is no such repository any more. */
        NOT_FOUND,
        /** Aikido understood and says no. */
        REFUSED,
        /** Aikido takes no token through its API for this workspace. */
        HANDOVER_UNAVAILABLE,
        /** Aikido has an outage, or answered with something that the API does not describe. */
        UNAVAILABLE,
        /** No answer came. */
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

    /** Returns whether a write may have taken effect all the same: the state has to be read to know. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Returns what Aikido or the network said, for a person, without a full stop. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
