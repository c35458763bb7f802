package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import io.github.aikidoconnect.internal.report.ProjectView;
import io.github.aikidoconnect.internal.report.RepositoryStatus;
import io.github.aikidoconnect.internal.report.TokenText;

/**
 * A status: a sign and a word. The colour adds no information.
 *
 * @param tone the class of the style sheet
 */
record Badge(String tone, String sign, String word) {

    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String WARN = "warn";
    private static final String NEWS = "news";
    private static final String CALM = "calm";

    static Badge of(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> new Badge(GOOD, "✓", "success");
            case PARTIAL -> new Badge(WARN, "!", "partial");
            case FAILED -> new Badge(BAD, "✕", "failed");
        };
    }

    static Badge of(CheckStatus status) {
        String word = status.toString();
        return switch (status) {
            case PASSED -> new Badge(GOOD, "✓", word);
            case FAILED -> new Badge(BAD, "✕", word);
            case WARNING -> new Badge(WARN, "!", word);
            case UNKNOWN -> new Badge(WARN, "?", word);
            case SKIPPED -> new Badge(CALM, "–", word);
        };
    }

    static Badge of(ProjectState state) {
        String word = state.toString();
        return switch (state) {
            case CONNECTED -> new Badge(GOOD, "✓", word);
            case PARTIAL -> new Badge(WARN, "!", word);
            case UNCONNECTED -> new Badge(BAD, "✕", word);
            case UNKNOWN -> new Badge(WARN, "?", word);
            case EMPTY -> new Badge(CALM, "–", word);
        };
    }

    static Badge ofProblems(ProjectView project) {
        return project.report().problems().isEmpty()
                ? new Badge(GOOD, "✓", project.problemCount())
                : new Badge(BAD, "✕", project.problemCount());
    }

    static Badge of(TokenReport token) {
        String word = TokenText.word(token);
        return switch (token.change()) {
            case CREATED -> new Badge(NEWS, "+", word);
            case REVOKED -> new Badge(CALM, "−", word);
            case LEFT -> new Badge(WARN, "!", word);
            case NONE ->
                token.expiry() == Expiry.EXPIRED
                        ? new Badge(CALM, "–", word)
                        : token.fit() == Fit.FITS && token.expiry() != Expiry.SOON
                                ? new Badge(GOOD, "✓", word)
                                : new Badge(WARN, "!", word);
        };
    }

    static Badge of(RepositoryStatus standing) {
        String word = standing.calm();
        return switch (standing) {
            case FAILED -> new Badge(BAD, "✕", word);
            case ACTIVATED -> new Badge(NEWS, "+", word);
            case TO_ACTIVATE, TO_IMPORT -> new Badge(NEWS, "›", word);
            case UPDATED -> new Badge(NEWS, "+", word);
            case TO_UPDATE -> new Badge(NEWS, "›", word);
            case DEACTIVATED -> new Badge(CALM, "−", word);
            case TO_DEACTIVATE -> new Badge(CALM, "›", word);
            case STALE, NOT_REACHED -> new Badge(WARN, "!", word);
            case UNSCANNED, OUTDATED -> new Badge(WARN, "!", word);
            case SKIPPED, SWITCHED_OFF -> new Badge(CALM, "–", word);
            case MONITORED -> new Badge(GOOD, "✓", word);
        };
    }
}
