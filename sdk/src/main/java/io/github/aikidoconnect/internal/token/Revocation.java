package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.util.List;

/** Revokes tokens and records the results. */
record Revocation(PersonalTokens tokens, TokenProblemTexts texts, List<Problem> problems, TokenRows rows) {

    /**
     * Revokes a token. If that fails, the token is shown as left and a problem is added.
     *
     * @param gone the reason for a revoked token
     * @param left the reason for a token that could not be revoked
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
