package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.TokenReport.Change;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens.Filter;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The end of a rotation: the previous tokens are revoked and the new one gets its name. It touches only tokens that this
 * run saw before it created its own, and only if they still have the name that they had then.
 */
final class Replacement {

    private final PersonalTokens tokens;
    private final TokenNames names;
    private final TokenProblemTexts texts;
    private final List<Problem> problems;
    private final TokenRows rows;
    private final Revocation revocation;

    Replacement(TokenNames names, TokenContext context, TokenResults results) {
        this.tokens = context.tokens();
        this.names = names;
        this.texts = context.texts();
        this.problems = results.problems();
        this.rows = results.rows();
        this.revocation = new Revocation(tokens, texts, problems, rows);
    }

    /** Returns the person's valid tokens; empty, with a problem, if they cannot be read. */
    Optional<List<TokenRecord>> list() throws InterruptedException {
        try {
            return Optional.of(tokens.list(Filter.ACTIVE));
        } catch (AzureException e) {
            problems.add(texts.azure(e));
            return Optional.empty();
        }
    }

    /**
     * Replaces the previous tokens by a new one.
     *
     * @param inUse whether the new one is known to be in use; if not, the previous one stays valid until the next
     *     rotation
     */
    void carryOut(TokenRecord made, PreviousTokens former, boolean inUse) throws InterruptedException {
        // Another run may have replaced the same token in the meantime, and this run's token with it.
        Optional<List<TokenRecord>> now = list();
        if (now.isEmpty()) {
            markUnconfirmed(made);
            return;
        }
        if (now.get().stream().noneMatch(each -> each.id().equals(made.id()))) {
            problems.add(texts.vanished(made));
            return;
        }
        List<TokenRecord> current = unchanged(former.current(), now.get(), made);
        List<TokenRecord> over = new ArrayList<>(unchanged(former.replaced(), now.get(), made));
        if (inUse) {
            over.addAll(current);
        }
        for (TokenRecord each : over) {
            revocation.revoke(each, TokenReasons.REPLACED, TokenReasons.NOT_REPLACED);
        }
        boolean free = over.isEmpty() || areGone(over);
        if (!inUse) {
            for (TokenRecord each : current) {
                free &= setAside(each);
            }
        }
        Optional<TokenRecord> other = otherOfTheName(now.get(), made, former);
        other.ifPresent(token -> problems.add(texts.overtaken(made, token)));
        if (free && other.isEmpty()) {
            rename(made);
        } else {
            markUnconfirmed(made);
        }
    }

    /** Marks a token whose run ends here, so that the next run does not treat it as a token of a run that is under way. */
    void markUnconfirmed(TokenRecord token) throws InterruptedException {
        markUnconfirmed(token, Change.CREATED, TokenReasons.UNFINISHED);
    }

    void markUnconfirmed(TokenRecord token, Change change, String reason) throws InterruptedException {
        String name = names.unconfirmed(token);
        try {
            tokens.rename(token, name);
            rows.show(token.withName(name), change, reason);
        } catch (AzureException ignored) {
            // Without the mark, the token is only replaced later. The run has reported its problem.
        }
    }

    /** A token for other organizations is in use elsewhere; one whose name has changed belongs to another run by now. */
    private static List<TokenRecord> unchanged(List<TokenRecord> seen, List<TokenRecord> now, TokenRecord made) {
        return seen.stream()
                .filter(token -> token.organizations().equals(made.organizations()))
                .filter(token -> now.stream()
                        .anyMatch(each ->
                                each.id().equals(token.id()) && each.name().equals(token.name())))
                .toList();
    }

    /** Two tokens of the same name could not be distinguished, so the new one does not get the name of another run's. */
    private Optional<TokenRecord> otherOfTheName(List<TokenRecord> now, TokenRecord made, PreviousTokens former) {
        return now.stream()
                .filter(PreviousTokens::isLikeOwn)
                .filter(each -> each.name().equals(names.done()))
                .filter(each -> each.organizations().equals(made.organizations()))
                .filter(each ->
                        former.current().stream().noneMatch(seen -> seen.id().equals(each.id())))
                .findFirst();
    }

    /** Only the list counts, because an answer about a single token may come from a proxy or gateway. */
    private boolean areGone(List<TokenRecord> over) throws InterruptedException {
        Optional<List<TokenRecord>> now = list();
        if (now.isEmpty()) {
            return false;
        }
        List<TokenRecord> left = over.stream()
                .filter(token -> now.get().stream().anyMatch(each -> each.id().equals(token.id())))
                .toList();
        for (TokenRecord token : left) {
            if (rows.isRevoked(token)) {
                rows.show(token, Change.LEFT, TokenReasons.NOT_REPLACED);
                problems.add(texts.notRevoked(token, "it is still listed"));
            }
        }
        return left.isEmpty();
    }

    private boolean setAside(TokenRecord token) throws InterruptedException {
        String name = names.replaced(token);
        try {
            tokens.rename(token, name);
            rows.show(token.withName(name), Change.LEFT, TokenReasons.REPLACED_AND_LEFT);
            return true;
        } catch (AzureException e) {
            problems.add(texts.notRenamed(token, e));
            return false;
        }
    }

    private void rename(TokenRecord token) throws InterruptedException {
        try {
            tokens.rename(token, names.done());
            rows.show(token.withName(names.done()), Change.CREATED, TokenReasons.DONE);
        } catch (AzureException e) {
            problems.add(texts.notRenamed(token, e));
        }
    }
}
