package io.github.aikidoconnect;

import org.jspecify.annotations.Nullable;

/**
 * The result of one check.
 *
 * @param id what was checked
 * @param status the status
 * @param message what was found, a full sentence
 * @param fix what to do, null if there is nothing to do
 */
public record Check(
        CheckId id,
        CheckStatus status,
        String message,
        @Nullable String fix) {

    /** Creates a check without a fix. */
    public static Check of(CheckId id, CheckStatus status, String message) {
        return new Check(id, status, message, null);
    }
}
