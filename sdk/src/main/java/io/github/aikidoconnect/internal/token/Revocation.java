package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.util.List;

/** Revokes tokens, and shows what came of it. */
record Revocation(PersonalTokens tokens, TokenProblemTexts texts, List<Problem> problems, TokenRows rows) {

    /**
     * Revokes a token. Where that cannot be done, it is shown as left and is a problem.
     *
     * @param gone why it was revoked
     * @param left what is to be said of one that is still there
     * @return whether it was revoked
     */
    boolean revoke(TokenRecord token, String gone, String left) throws InterruptedException {
        try {
            tokens.revoke(token.id());
            rows.show(token, Change.REVOKED, gone);
            return true;
        } catch (AzureException e) {
            rows.show(token, Change.LEFT, left);
            problems.add(texts.notRevoked(token, e.detail()));
            return false;
        }
    }
}
