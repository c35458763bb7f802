package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import io.github.aikidoconnect.internal.apply.Applied;
import java.util.List;
import java.util.Optional;

/** Judges the connection anew after a handover, by what Aikido reports since. */
final class HandoverCheck {

    private final ProblemTexts wording;
    private final CheckList verdicts;

    HandoverCheck(ProblemTexts wording, CheckList verdicts) {
        this.wording = wording;
        this.verdicts = verdicts;
    }

    /**
     * Judges a token that Aikido has accepted.
     *
     * @param brokenBefore whether the connection was broken before
     * @return the problem, if the handover broke a connection that worked
     */
    Optional<Problem> judge(Applied applied, boolean brokenBefore) {
        if (applied.errorsAfterHandover().isEmpty()) {
            replace(ConnectionTexts.UNREAD, ConnectionTexts.UNREAD_FIX);
            return Optional.empty();
        }
        List<ConfigurationError> errors = applied.errorsAfterHandover().get();
        if (AikidoFindings.isDisconnected(errors)) {
            replace(ConnectionTexts.stillBroken(brokenBefore), ConnectionTexts.BROKEN_FIX);
            return brokenBefore ? Optional.empty() : Optional.of(new ConnectionTexts(wording.names()).nowBroken());
        }
        if (brokenBefore) {
            Optional<String> others = ConnectionTexts.others(errors);
            others.ifPresentOrElse(
                    text -> replace(ConnectionTexts.REPAIRED + " " + text, ConnectionTexts.OTHERS_FIX),
                    () -> verdicts.replace(
                            Check.of(CheckId.AIKIDO_CONNECTION, CheckStatus.PASSED, ConnectionTexts.REPAIRED)));
        }
        return Optional.empty();
    }

    private void replace(String message, String fix) {
        verdicts.replace(new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, message, fix));
    }
}
