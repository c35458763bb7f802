package io.github.aikidoconnect;

import java.util.OptionalInt;

/**
 * How many findings a status accepts.
 *
 * @param maxCritical the largest accepted number of critical findings, empty for any number
 * @param maxHigh the largest accepted number of high findings, empty for any number
 */
public record FindingsLimits(OptionalInt maxCritical, OptionalInt maxHigh) {

    /** No limits: the findings are only reported. */
    public static final FindingsLimits NONE = new FindingsLimits(OptionalInt.empty(), OptionalInt.empty());
}
