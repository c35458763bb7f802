package io.github.aikidoconnect;

import org.jspecify.annotations.Nullable;

/**
 * One verdict.
 *
 * @param id what was checked
 * @param status the verdict
 * @param message what was found, one sentence with its full stop
 * @param fix what to do about it, null where nothing is to do
 */
public record Check(
        CheckId id,
        CheckStatus status,
        String message,
        @Nullable String fix) {

    /** A verdict that asks for nothing. */
    public static Check of(CheckId id, CheckStatus status, String message) {
        return new Check(id, status, message, null);
    }
}
