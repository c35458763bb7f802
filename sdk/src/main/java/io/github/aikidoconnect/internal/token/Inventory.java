package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens.Filter;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.util.List;
import java.util.Optional;

/** Lists the tokens of a person, and revokes the one that the request names. */
final class Inventory {

    private final PersonalTokens tokens;
    private final ProgressListener progress;
    private final TokenProblemTexts texts;
    private final List<Problem> problems;
    private final TokenRows rows;

    Inventory(TokenContext context, TokenResults results) {
        this.tokens = context.tokens();
        this.progress = context.progress();
        this.texts = context.texts();
        this.problems = results.problems();
        this.rows = results.rows();
    }

    /** Lists the valid and the expired tokens. */
    void list() throws InterruptedException {
        try {
            List<TokenRecord> active = tokens.list(Filter.ACTIVE);
            List<TokenRecord> expired = tokens.list(Filter.EXPIRED);
            active.forEach(rows::show);
            expired.forEach(rows::show);
        } catch (AzureException e) {
            problems.add(texts.azure(e));
        }
    }

    /** Revokes a token of the person. A token that was revoked before stays revoked. */
    void revoke(String id, boolean dryRun) throws InterruptedException {
        try {
            Optional<TokenRecord> token = tokens.list(Filter.ALL).stream()
                    .filter(each -> each.id().equalsIgnoreCase(id))
                    .findFirst();
            if (token.isEmpty()) {
                problems.add(texts.notOfThisPerson(id));
                return;
            }
            if (dryRun) {
                rows.show(token.get(), Change.NONE, TokenReasons.WOULD_BE_REVOKED);
                return;
            }
            progress.on(new Progress.Step("Revoking the token \"" + token.get().name() + "\""));
            new Revocation(tokens, texts, problems, rows)
                    .revoke(token.get(), TokenReasons.ASKED, TokenReasons.NOT_REVOKED);
        } catch (AzureException e) {
            problems.add(texts.azure(e));
        }
    }
}
