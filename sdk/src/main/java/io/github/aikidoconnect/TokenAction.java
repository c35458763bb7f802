package io.github.aikidoconnect;

import java.util.Locale;
import java.util.Optional;

/** What is to be done with a person's personal access tokens. */
public enum TokenAction {
    /** Make one, and deliver it. */
    CREATE,
    /** Make one, deliver it, and revoke the one that it replaces. */
    ROTATE,
    /** List them, without their values. */
    LIST,
    /** Revoke one. */
    REVOKE;

    /** Finds an action by its name in any case, empty when there is none. */
    public static Optional<TokenAction> of(String name) {
        for (TokenAction action : values()) {
            if (action.name().equalsIgnoreCase(name.strip())) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Returns whether it makes a token. */
    public boolean makesOne() {
        return this == CREATE || this == ROTATE;
    }

    /** The name as it is written in settings: {@code create}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
