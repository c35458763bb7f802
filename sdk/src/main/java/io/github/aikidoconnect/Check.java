package io.github.aikidoconnect;

import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param id what was checked
 * @param status the status
 * @param message what was found, a full sentence
 * @param fix what to do, null if there is nothing to do
 * @param brokenConnection whether Aikido reports its connection to the source code as broken. It is not part of the JSON report.
 */
public record Check(
        CheckId id,
        CheckStatus status,
        String message,
        @Nullable String fix,
        boolean brokenConnection) {

    /** Creates a check that did not find a broken connection. */
    public Check(CheckId id, CheckStatus status, String message, @Nullable String fix) {
        this(id, status, message, fix, false);
    }

    /** Returns the same result with another status and other texts. */
    public Check with(CheckStatus newStatus, String newMessage, @Nullable String newFix) {
        return new Check(id, newStatus, newMessage, newFix, brokenConnection);
    }

    /** Creates a check without a fix. */
    public static Check of(CheckId id, CheckStatus status, String message) {
        return new Check(id, status, message, null);
    }
}
