package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges an API client that Aikido accepts by the scopes that its access token names. */
final class ScopeCheck {

    private static final String ACCEPTED = "Aikido accepts the API client";

    private final AikidoFindings findings;
    private final ProblemTexts wording;
    private final CheckList verdicts;

    ScopeCheck(AikidoFindings findings, ProblemTexts wording, CheckList verdicts) {
        this.findings = findings;
        this.wording = wording;
        this.verdicts = verdicts;
    }

    /** Returns the scopes that are known to be missing. */
    static List<String> missing(AikidoFindings findings, Set<String> needed) {
        return granted(findings)
                .map(granted -> needed.stream()
                        .filter(scope -> !granted.contains(scope))
                        .toList())
                .orElse(List.of());
    }

    /** A token that does not name a scope by which something was read is not to be relied on. */
    private static Optional<Set<String>> granted(AikidoFindings findings) {
        return findings.scopes()
                .filter(scopes ->
                        scopes.contains("basics:read") || findings.workspace().isEmpty())
                .filter(scopes -> scopes.contains("repositories:read")
                        || findings.repositories().isEmpty());
    }

    /** Judges a client that has every scope that is certainly needed, as far as is known. */
    void judge(NeededScopes needed) {
        List<String> lacking = missing(findings, needed.possible());
        if (granted(findings).isEmpty() && !needed.certain().isEmpty()) {
            verdicts.unknown(
                    CheckId.AIKIDO_CREDENTIALS,
                    ACCEPTED
                            + ", but its access token does not show its scopes: only a write could tell whether it has "
                            + String.join(" and ", needed.certain()) + ".");
        } else if (!lacking.isEmpty()) {
            verdicts.warning(
                    CheckId.AIKIDO_CREDENTIALS,
                    ACCEPTED + ". It lacks the scope " + String.join(", ", lacking)
                            + ", which is needed to hand a token over when Aikido loses its connection.",
                    wording.clientLacks(lacking.get(0)).fix() + " Or set "
                            + wording.names().of(Setting.HANDOVER) + " to never.");
        } else {
            verdicts.passed(CheckId.AIKIDO_CREDENTIALS, ACCEPTED + ".");
        }
    }
}
