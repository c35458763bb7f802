package io.github.aikidoconnect.internal.aikido;

/** What became of a token that was handed over to a workspace. */
public sealed interface HandoverAnswer {

    /** Aikido confirmed that it has the token. */
    record Accepted() implements HandoverAnswer {}

    /** The workspace certainly does not have the token. */
    record Refused(AikidoException reason) implements HandoverAnswer {}

    /** The workspace may have the token or not: the answer was lost, or it says neither. */
    record Unclear(AikidoException reason) implements HandoverAnswer {}
}
