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
 * The records of a person's tokens, to find the record of the token in use. Azure DevOps does not return the token of a
 * call, so the record is found by the calls that the token allows.
 *
 * @param person the person
 * @param tokens the person's usable tokens
 */
public record PersonRecords(Attempt<TokenOwner> person, Attempt<List<TokenRecord>> tokens) {

    /**
     * The record of the token in use.
     *
     * @param details the record, empty if it is not unique
     * @param why the reason why the record is not known, as the end of a sentence; empty if it is known or could not be
     *     read
     * @param failure the reason why it could not be read
     */
    public record Match(Optional<TokenRecord> details, String why, Optional<AzureException> failure) {

        private static Match unknown(String why) {
            return new Match(Optional.empty(), why, Optional.empty());
        }
    }

    /** Reads both at the same time. */
    public static PersonRecords read(PersonalTokens tokens, Tasks tasks) throws InterruptedException {
        Future<TokenOwner> person = tasks.start(tokens::owner);
        Future<List<TokenRecord>> list = tasks.start(() -> tokens.list(PersonalTokens.Filter.ACTIVE));
        return new PersonRecords(Attempt.of(person), Attempt.of(list));
    }

    /**
     * Finds the record of the token by its owner and by the calls that it allowed: a record without a scope that was
     * needed belongs to another token. If not exactly one record remains, the record is not known.
     */
    public Match find(AzureFindings findings) {
        Optional<AzureException> failure = person.failure().or(tokens::failure);
        if (failure.isPresent()) {
            return new Match(Optional.empty(), "", failure);
        }
        Optional<TokenOwner> owner = findings.owner().value();
        if (owner.isEmpty()) {
            return Match.unknown("the owner of the token could not be read");
        }
        TokenOwner known = person.value().orElseThrow();
        if (!known.id().equalsIgnoreCase(owner.get().id())) {
            return Match.unknown("the access token of Microsoft Entra belongs to " + known.name());
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
                        ? "no listed token of " + known.name() + " has its permissions"
                        : "it may be any of " + candidates.size() + " tokens of " + known.name());
    }

    private static boolean opensWhatWasOpened(TokenRecord token, AzureFindings findings) {
        return findings.scopes().entrySet().stream()
                .filter(probe -> probe.getValue().succeeded())
                .map(Map.Entry::getKey)
                .allMatch(token::grants);
    }
}
