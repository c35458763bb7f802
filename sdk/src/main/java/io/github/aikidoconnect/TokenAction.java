package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** What to do with the personal access tokens of a person. */
public enum TokenAction {
    /** Create a token and deliver it. */
    CREATE,
    /** Create a token, deliver it, and revoke the token that it replaces. */
    ROTATE,
    /** List the tokens, without their values. */
    LIST,
    /** Revoke a token. */
    REVOKE;

    /** Returns the action with a name, case-insensitive; empty if the name is invalid. */
    public static Optional<TokenAction> of(String name) {
        return Given.oneOf(values(), name);
    }

    /** Returns whether the action creates a token. */
    public boolean makesOne() {
        return this == CREATE || this == ROTATE;
    }

    /** Returns the name in settings, for example {@code create}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
