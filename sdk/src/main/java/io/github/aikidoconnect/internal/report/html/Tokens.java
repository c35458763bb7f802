package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.TokenReport;
import io.github.aikidoconnect.internal.report.TokenText;
import io.github.aikidoconnect.internal.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The personal access tokens of a report, in its order, without their values. */
record Tokens(String count, List<Row> rows) {

    /** A token and its change. */
    record Row(Badge badge, String name, String until, String id, String scopes, String reason) {}

    static @Nullable Tokens of(ConnectReport report) {
        List<TokenReport> tokens = report.tokens();
        return tokens.isEmpty()
                ? null
                : new Tokens(
                        Text.count(tokens.size(), "token", "tokens"),
                        tokens.stream().map(Tokens::row).toList());
    }

    private static Row row(TokenReport token) {
        return new Row(
                Badge.of(token),
                token.name(),
                TokenText.until(token.validTo()),
                token.id(),
                String.join(", ", token.scopes()),
                token.reason());
    }
}
