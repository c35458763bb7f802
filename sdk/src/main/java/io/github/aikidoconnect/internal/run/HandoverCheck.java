package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import java.util.List;
import java.util.Optional;

/** Checks the workspace's connection after Aikido accepted the token, from the errors that Aikido reports since. */
final class HandoverCheck {

    private final ProblemTexts texts;
    private final Optional<List<ConfigurationError>> errors;
    private final boolean brokenBefore;

    /**
     * @param errors the workspace's configuration errors after the handover, empty if they could not be read
     * @param brokenBefore whether the connection was broken before the handover
     */
    HandoverCheck(ProblemTexts texts, Optional<List<ConfigurationError>> errors, boolean brokenBefore) {
        this.texts = texts;
        this.errors = errors;
        this.brokenBefore = brokenBefore;
    }

    /** Returns the check that replaces the one before the handover, empty if that one is still valid. */
    Optional<Check> connection() {
        if (errors.isEmpty()) {
            return Optional.of(warning(ConnectionTexts.UNREAD, ConnectionTexts.UNREAD_FIX, false));
        }
        if (AikidoFindings.isDisconnected(errors.get())) {
            return Optional.of(warning(ConnectionTexts.stillBroken(brokenBefore), ConnectionTexts.BROKEN_FIX, true));
        }
        if (!brokenBefore) {
            return Optional.empty();
        }
        return Optional.of(ConnectionTexts.others(errors.get())
                .map(text -> warning(ConnectionTexts.REPAIRED + " " + text, ConnectionTexts.OTHERS_FIX, false))
                .orElseGet(() -> Check.of(CheckId.AIKIDO_CONNECTION, CheckStatus.PASSED, ConnectionTexts.REPAIRED)));
    }

    /** Returns the problem if the handover broke a connection that worked. */
    Optional<Problem> problem() {
        boolean brokenNow = errors.map(AikidoFindings::isDisconnected).orElse(false);
        return brokenNow && !brokenBefore
                ? Optional.of(new ConnectionTexts(texts.names()).nowBroken())
                : Optional.empty();
    }

    private static Check warning(String message, String fix, boolean broken) {
        return new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, message, fix, broken);
    }
}
