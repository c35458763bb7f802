package io.github.aikidoconnect.internal.aikido;

/** The result of handing a token over to a workspace. */
public sealed interface HandoverAnswer {

    /** Aikido confirmed that it received the token. */
    record Accepted() implements HandoverAnswer {}

    /** The workspace certainly does not have the token. */
    record Refused(AikidoException reason) implements HandoverAnswer {}

    /** The workspace may have the token: the answer was lost or unclear. */
    record Unclear(AikidoException reason) implements HandoverAnswer {}
}
