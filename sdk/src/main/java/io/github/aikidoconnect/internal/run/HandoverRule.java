package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;

/** Decides whether a run gives Aikido the personal access token. */
final class HandoverRule {

    private HandoverRule() {}

    /**
     * Decides.
     *
     * @param disconnected whether Aikido reports its connection to the source code as broken
     * @param linked whether the workspace says that it is linked to the organization of the request
     * @param token whether the token may be handed over at all
     */
    static boolean applies(ConnectRequest request, boolean disconnected, boolean linked, SignedInToken token) {
        boolean wanted = switch (request.handover()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> disconnected && linked;
        };
        return wanted && token.handoverObjection().isEmpty();
    }
}
