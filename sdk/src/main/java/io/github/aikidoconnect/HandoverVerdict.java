package io.github.aikidoconnect;

import io.github.aikidoconnect.aikido.AikidoFindings;
import io.github.aikidoconnect.aikido.ConfigurationError;
import io.github.aikidoconnect.apply.Applied;
import java.util.List;
import java.util.Optional;

/** Judges the connection anew after a handover, by what Aikido reports since. */
final class HandoverVerdict {

    private final Wording wording;
    private final Verdicts verdicts;

    HandoverVerdict(Wording wording, Verdicts verdicts) {
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
            replace(ConnectionWording.UNREAD, ConnectionWording.UNREAD_FIX);
            return Optional.empty();
        }
        List<ConfigurationError> errors = applied.errorsAfterHandover().get();
        if (AikidoFindings.isDisconnected(errors)) {
            replace(ConnectionWording.stillBroken(brokenBefore), ConnectionWording.BROKEN_FIX);
            return brokenBefore ? Optional.empty() : Optional.of(new ConnectionWording(wording.names()).nowBroken());
        }
        if (brokenBefore) {
            Optional<String> others = ConnectionWording.others(errors);
            others.ifPresentOrElse(
                    text -> replace(ConnectionWording.REPAIRED + " " + text, ConnectionWording.OTHERS_FIX),
                    () -> verdicts.replace(
                            Check.of(CheckId.AIKIDO_CONNECTION, CheckStatus.PASSED, ConnectionWording.REPAIRED)));
        }
        return Optional.empty();
    }

    private void replace(String message, String fix) {
        verdicts.replace(new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, message, fix));
    }
}
