package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.TokenReport.Expiry;
import io.github.aikidoconnect.TokenReport.Fit;
import io.github.aikidoconnect.TokenReportBuilder;
import io.github.aikidoconnect.internal.azure.TokenScope;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tokens that a report shows, each once, in the order in which they were first shown. */
final class TokenRows {

    private final Instant now;
    private final Duration warning;
    private final Map<String, TokenReport> rows = new LinkedHashMap<>();

    /** @param warning the time before the expiry from which on a token counts as expiring soon */
    TokenRows(Instant now, Duration warning) {
        this.now = now;
        this.warning = warning;
    }

    List<TokenReport> all() {
        return List.copyOf(rows.values());
    }

    /** Adds a token, or replaces its previous row. */
    void show(TokenRecord token, Change change, String reason) {
        rows.put(token.id(), row(token, change, reason));
    }

    /** Returns whether a token is shown as revoked. */
    boolean isRevoked(TokenRecord token) {
        TokenReport row = rows.get(token.id());
        return row != null && row.change() == Change.REVOKED;
    }

    /** Adds a token that is only listed. */
    void show(TokenRecord token) {
        show(token, Change.NONE, TokenProblemTexts.judged(row(token, Change.NONE, "-")));
    }

    private TokenReport row(TokenRecord token, Change change, String reason) {
        return TokenReportBuilder.builder()
                .id(token.id())
                .name(token.name())
                .scopes(List.copyOf(token.scopes()))
                .validFrom(token.validFrom().orElse(null))
                .validTo(token.validTo().orElse(null))
                .allOrganizations(token.isForAllOrganizations())
                .fit(fit(token))
                .missing(token.missing().stream().map(TokenScope::id).toList())
                .excess(token.excess())
                .expiry(expiry(token))
                .change(change)
                .reason(reason)
                .build();
    }

    private static Fit fit(TokenRecord token) {
        if (!token.missing().isEmpty()) {
            return Fit.NARROW;
        }
        return token.fits() ? Fit.FITS : Fit.WIDE;
    }

    private Expiry expiry(TokenRecord token) {
        return token.validTo()
                .map(end -> !end.isAfter(now)
                        ? Expiry.EXPIRED
                        : end.isBefore(now.plus(warning)) ? Expiry.SOON : Expiry.VALID)
                .orElse(Expiry.UNKNOWN);
    }
}
