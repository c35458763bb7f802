package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.internal.aikido.AikidoFindings;

/** Decides whether a run hands the personal access token over to Aikido. */
final class HandoverRule {

    private HandoverRule() {}

    /**
     * Returns whether to hand the token over. By default that is only done for a workspace that reports a broken connection
     * and names the organization of the request.
     */
    static boolean applies(RunContext context, AikidoFindings workspace, SignedInToken token) {
        boolean wanted = switch (context.request().handover()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> workspace.isDisconnected() && workspace.isLinkedTo(context.organization());
        };
        return wanted && token.handoverObjection().isEmpty();
    }
}
