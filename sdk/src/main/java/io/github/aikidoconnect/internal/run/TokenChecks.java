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
 * What is known of a token from its record, besides what it was seen to open.
 *
 * @param details the record, empty where it is not known
 * @param why why it is not known, as the end of a sentence; empty where nobody asked
 * @param unreadable why it could not be read
 * @param warnDays how many days before its end to warn
 */
record TokenChecks(Optional<TokenRecord> details, String why, Optional<Problem> unreadable, int warnDays) {

    /** Nobody asked. */
    static final TokenChecks NONE = new TokenChecks(Optional.empty(), "", Optional.empty(), 0);

    private static final String KNOWN = " Known from the token's record.";

    static TokenChecks of(TokenRecord details, int warnDays) {
        return new TokenChecks(Optional.of(details), "", Optional.empty(), warnDays);
    }

    /** Adds the verdict on a token that is accepted. */
    void judge(String accepted, ProblemTexts wording, String page, CheckList verdicts) {
        Optional<Instant> end = details.flatMap(TokenRecord::validTo);
        if (details.filter(TokenRecord::isForAllOrganizations).isPresent()) {
            verdicts.warning(
                    CheckId.TOKEN,
                    accepted + "; it is for all organizations of its owner. " + TokenRecord.END_OF_GLOBAL_TOKENS
                            + KNOWN,
                    wording.narrow(page));
        } else if (end.isPresent()) {
            long days = Duration.between(Instant.now(), end.get()).toDays();
            LocalDate date = end.get().atOffset(ZoneOffset.UTC).toLocalDate();
            if (days < warnDays) {
                verdicts.warning(
                        CheckId.TOKEN,
                        accepted + "; it expires in " + days + (days == 1 ? " day, on " : " days, on ") + date + "."
                                + KNOWN,
                        wording.renew(page));
            } else {
                verdicts.passed(CheckId.TOKEN, accepted + "; it is valid until " + date + "." + KNOWN);
            }
        } else if (unreadable.isPresent()) {
            verdicts.warning(
                    CheckId.TOKEN,
                    accepted + ". Its record could not be read: "
                            + unreadable.get().message(),
                    unreadable.get().fix());
        } else {
            verdicts.passed(
                    CheckId.TOKEN, accepted + "." + (why.isEmpty() ? "" : " Its record is not known: " + why + "."));
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

    /** Returns what is added to a verdict that the record bears out. */
    String note(TokenScope scope) {
        return shows(scope) || lacks(scope) ? KNOWN : "";
    }

    /** Adds the verdict on what the token need not open, and returns whether the record has one. */
    boolean judgeExcess(String page, CheckList verdicts) {
        if (details.isEmpty()) {
            return false;
        }
        List<String> excess = new ArrayList<>(details.get().excess());
        if (details.get().isForAllOrganizations()) {
            excess.add("all organizations of its owner");
        }
        if (excess.isEmpty()) {
            verdicts.passed(CheckId.SCOPE_EXCESS, "It opens nothing else." + KNOWN);
        } else {
            verdicts.warning(
                    CheckId.SCOPE_EXCESS,
                    "The token opens more than Aikido needs: " + String.join(", ", excess) + "." + KNOWN,
                    "Make one with the four scopes only at " + page + ".");
        }
        return true;
    }
}
