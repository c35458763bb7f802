package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.internal.azure.TokenScope;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import io.github.aikidoconnect.internal.token.TokenNames.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tokens that were there before a new one. Only tokens with exactly the scopes of a new one, for one organization,
 * are candidates for replacement; all others belong to their owner.
 *
 * @param done the tokens of the name itself; with more than one it is not known which of them is in use
 * @param requested the token that the request names by its id
 * @param unconfirmed the tokens of runs that ended before the rotation was complete
 * @param underWay the tokens of runs that may not have ended yet
 * @param replaced the tokens that were replaced and are still valid
 * @param others the tokens that have the name and are not candidates
 */
record PreviousTokens(
        List<TokenRecord> done,
        Optional<TokenRecord> requested,
        List<TokenRecord> unconfirmed,
        List<TokenRecord> underWay,
        List<TokenRecord> replaced,
        List<TokenRecord> others) {

    /** A run cannot last longer: the person's access token, without which it can revoke nothing, is valid for an hour. */
    private static final Duration LONGEST_RUN = Duration.ofHours(1);

    private static final Set<String> FOUR =
            Arrays.stream(TokenScope.values()).map(TokenScope::id).collect(Collectors.toSet());

    /**
     * Sorts the tokens of a person.
     *
     * @param id the id of the token that the request names
     */
    static PreviousTokens among(List<TokenRecord> tokens, TokenNames names, Optional<String> id, Instant now) {
        List<TokenRecord> own =
                tokens.stream().filter(PreviousTokens::isLikeOwn).toList();
        List<TokenRecord> created = at(Stage.NEW, own, names);
        List<TokenRecord> underWay =
                created.stream().filter(token -> mayBeInProgress(token, now)).toList();
        return new PreviousTokens(
                at(Stage.DONE, own, names),
                id.flatMap(wanted -> tokens.stream()
                        .filter(token -> token.id().equalsIgnoreCase(wanted))
                        .findFirst()),
                Stream.concat(
                                at(Stage.UNCONFIRMED, own, names).stream(),
                                created.stream().filter(token -> !underWay.contains(token)))
                        .toList(),
                underWay,
                at(Stage.REPLACED, own, names),
                tokens.stream()
                        .filter(token -> token.name().equals(names.done()) && !isLikeOwn(token))
                        .toList());
    }

    private static List<TokenRecord> at(Stage stage, List<TokenRecord> tokens, TokenNames names) {
        return tokens.stream()
                .filter(token -> names.stage(token).equals(Optional.of(stage)))
                .toList();
    }

    private static boolean mayBeInProgress(TokenRecord token, Instant now) {
        return token.validFrom()
                .map(since -> since.plus(LONGEST_RUN).isAfter(now))
                .orElse(true);
    }

    /** Returns whether a token has exactly the four scopes, for one organization. */
    static boolean isLikeOwn(TokenRecord token) {
        return token.scopes().equals(FOUR)
                && token.organizations().filter(ids -> ids.size() == 1).isPresent();
    }

    /** Returns a copy with only the token that the request names by its id. */
    PreviousTokens onlyRequested() {
        return new PreviousTokens(List.of(), requested, List.of(), underWay, List.of(), others);
    }

    /** Returns the tokens that a new one replaces as soon as it is in use. */
    List<TokenRecord> current() {
        return Stream.of(done.stream(), requested.stream(), unconfirmed.stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
