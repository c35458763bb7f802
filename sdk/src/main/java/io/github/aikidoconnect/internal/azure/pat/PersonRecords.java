package io.github.aikidoconnect.internal.azure.pat;

import io.github.aikidoconnect.internal.azure.Attempt;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.TokenOwner;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * The records of a person's tokens, to find that of the token in use among them. Azure DevOps does not tell with which
 * token a call was made, so it is found by what it opens.
 *
 * @param person who the person is
 * @param tokens the person's tokens that can be used
 */
public record PersonRecords(Attempt<TokenOwner> person, Attempt<List<TokenRecord>> tokens) {

    /**
     * What is known of the token in use.
     *
     * @param details its record, where it can be no other's
     * @param why why its record is not known, as the end of a sentence; empty where it is, or could not be read
     * @param failure why it could not be read
     */
    public record Match(Optional<TokenRecord> details, String why, Optional<AzureException> failure) {

        private static Match unknown(String why) {
            return new Match(Optional.empty(), why, Optional.empty());
        }
    }

    /** Asks for both at once. */
    public static PersonRecords read(PersonalTokens tokens, Tasks tasks) throws InterruptedException {
        Future<TokenOwner> person = tasks.start(tokens::owner);
        Future<List<TokenRecord>> list = tasks.start(() -> tokens.list(PersonalTokens.Filter.ACTIVE));
        return new PersonRecords(Attempt.of(person), Attempt.of(list));
    }

    /**
     * Finds the record of the token by whose findings it is known whose it is and what it opens: one that lacks what was
     * opened is another's. If more than one is left, or none, it is not known.
     */
    public Match find(AzureFindings findings) {
        Optional<AzureException> failure = person.failure().or(tokens::failure);
        if (failure.isPresent()) {
            return new Match(Optional.empty(), "", failure);
        }
        Optional<TokenOwner> owner = findings.owner().value();
        if (owner.isEmpty()) {
            return Match.unknown("whose the token is could not be read");
        }
        TokenOwner known = person.value().orElseThrow();
        if (!known.id().equalsIgnoreCase(owner.get().id())) {
            return Match.unknown("the access token of Microsoft Entra is that of " + known.name());
        }
        List<TokenRecord> all = tokens.value().orElseThrow();
        List<TokenRecord> candidates = all.stream()
                .filter(token -> opensWhatWasOpened(token, findings))
                .toList();
        if (candidates.size() == 1) {
            return new Match(Optional.of(candidates.get(0)), "", Optional.empty());
        }
        return Match.unknown(
                candidates.isEmpty()
                        ? "none of the " + all.size() + " tokens of " + known.name() + " opens what it opens"
                        : "it may be any of " + candidates.size() + " tokens of " + known.name());
    }

    private static boolean opensWhatWasOpened(TokenRecord token, AzureFindings findings) {
        return findings.scopes().entrySet().stream()
                .filter(probe -> probe.getValue().succeeded())
                .map(Map.Entry::getKey)
                .allMatch(token::grants);
    }
}
