package io.github.aikidoconnect.token;

import io.github.aikidoconnect.azure.TokenRecord;
import io.github.aikidoconnect.azure.TokenScope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tokens that a new one follows. Only those with exactly the scopes of one that this makes, for one organization, are
 * taken for such; others of the same name are somebody's own.
 *
 * @param done those of the name itself; with more than one nobody can tell which of them is in use
 * @param unfinished those of runs that ended before they had replaced anything
 * @param replaced those that were replaced and left
 * @param others those of the same name that are not taken for such
 */
record Former(
        List<TokenRecord> done, List<TokenRecord> unfinished, List<TokenRecord> replaced, List<TokenRecord> others) {

    private static final Set<String> FOUR =
            Arrays.stream(TokenScope.values()).map(TokenScope::id).collect(Collectors.toSet());

    static Former among(List<TokenRecord> tokens, TokenNames names) {
        List<TokenRecord> own = tokens.stream().filter(Former::isLikeOwn).toList();
        return new Former(
                own.stream().filter(names::isDone).toList(),
                own.stream().filter(names::isUnfinished).toList(),
                own.stream().filter(names::isReplaced).toList(),
                tokens.stream()
                        .filter(token -> names.isDone(token) && !isLikeOwn(token))
                        .toList());
    }

    /** Returns whether a token has exactly the four scopes, for one organization. */
    static boolean isLikeOwn(TokenRecord token) {
        return token.scopes().equals(FOUR)
                && token.organizations().filter(ids -> ids.size() == 1).isPresent();
    }
}
