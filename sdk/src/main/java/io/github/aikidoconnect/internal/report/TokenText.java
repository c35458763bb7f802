package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.TokenReport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Personal access tokens as lines for a console. */
public final class TokenText {

    private TokenText() {}

    static List<String> lines(List<TokenReport> tokens, String indent) {
        Table table = new Table();
        for (TokenReport token : tokens) {
            table.row(
                    word(token),
                    SafeText.oneLine(token.name()),
                    until(token.validTo()),
                    SafeText.oneLine(token.id()),
                    SafeText.oneLine(token.reason()));
        }
        return table.lines(indent);
    }

    /** Returns the change of a token in a few words; for an unchanged token, whether it fits. */
    public static String word(TokenReport token) {
        return switch (token.change()) {
            case CREATED -> "created";
            case REVOKED -> "revoked";
            case LEFT -> "left";
            case NONE -> judged(token);
        };
    }

    private static String judged(TokenReport token) {
        if (token.expiry() == TokenReport.Expiry.EXPIRED) {
            return "expired";
        }
        String fit = switch (token.fit()) {
            case FITS -> "fits";
            case WIDE -> "too wide";
            case NARROW -> "too narrow";
        };
        return fit + (token.expiry() == TokenReport.Expiry.SOON ? ", expires soon" : "");
    }

    /** Returns the last day on which it is valid, empty if it is not known. */
    public static String until(@Nullable Instant end) {
        return end == null ? "" : "until " + end.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
