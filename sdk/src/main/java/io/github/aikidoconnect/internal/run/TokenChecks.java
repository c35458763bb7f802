package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.azure.TokenScope;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a token by its record. The record states more than the calls that the token opens.
 *
 * @param details the record, empty if it is not known
 * @param why the reason why it is not known, as the end of a sentence; empty if it was not requested
 * @param unreadable the problem if the record could not be read
 * @param warnDays the number of days before the token expires from which on the check warns
 */
record TokenChecks(Optional<TokenRecord> details, String why, Optional<Problem> unreadable, int warnDays) {

    /** The record was not requested. */
    static final TokenChecks NONE = new TokenChecks(Optional.empty(), "", Optional.empty(), 0);

    private static final String KNOWN = " Known from the token's record.";

    static TokenChecks of(TokenRecord details, int warnDays) {
        return new TokenChecks(Optional.of(details), "", Optional.empty(), warnDays);
    }

    /** Adds the check of a token that Azure DevOps accepts. */
    void check(String accepted, AzureProblems texts, String page, CheckList checks) {
        Optional<Instant> end = details.flatMap(TokenRecord::validTo);
        if (details.filter(TokenRecord::isForAllOrganizations).isPresent()) {
            checks.warning(
                    CheckId.TOKEN,
                    accepted + "; it is valid for all organizations of its owner. " + TokenRecord.END_OF_GLOBAL_TOKENS
                            + KNOWN,
                    texts.narrow(page));
        } else if (end.isPresent()) {
            long days = Duration.between(Instant.now(), end.get()).toDays();
            LocalDate date = end.get().atOffset(ZoneOffset.UTC).toLocalDate();
            if (days < warnDays) {
                checks.warning(
                        CheckId.TOKEN,
                        accepted + "; it expires in " + days + (days == 1 ? " day, on " : " days, on ") + date + "."
                                + KNOWN,
                        texts.renew(page));
            } else {
                checks.passed(CheckId.TOKEN, accepted + "; it is valid until " + date + "." + KNOWN);
            }
        } else if (unreadable.isPresent()) {
            checks.warning(
                    CheckId.TOKEN,
                    accepted + ". Its record could not be read: "
                            + unreadable.get().message(),
                    unreadable.get().fix());
        } else {
            checks.passed(
                    CheckId.TOKEN, accepted + "." + (why.isEmpty() ? "" : " Its record was not found: " + why + "."));
        }
    }

    /** Returns whether the record shows the scope. */
    boolean shows(TokenScope scope) {
        return details.filter(token -> token.grants(scope)).isPresent();
    }

    /** Returns whether the record shows that the scope is missing. */
    boolean lacks(TokenScope scope) {
        return details.filter(token -> !token.grants(scope)).isPresent();
    }

    /** Returns the note for a check that relies on the record. */
    String note(TokenScope scope) {
        return shows(scope) || lacks(scope) ? KNOWN : "";
    }

    /** Adds the check of superfluous permissions, and returns whether the record allows it. */
    boolean checkExcess(String page, CheckList checks) {
        if (details.isEmpty()) {
            return false;
        }
        List<String> excess = new ArrayList<>(details.get().excess());
        if (details.get().isForAllOrganizations()) {
            excess.add("all organizations of its owner");
        }
        if (excess.isEmpty()) {
            checks.passed(CheckId.SCOPE_EXCESS, "It has no further permissions." + KNOWN);
        } else {
            checks.warning(
                    CheckId.SCOPE_EXCESS,
                    "The token has more permissions than Aikido needs: " + String.join(", ", excess) + "." + KNOWN,
                    "Create a token with only the four scopes at " + page + ".");
        }
        return true;
    }
}
