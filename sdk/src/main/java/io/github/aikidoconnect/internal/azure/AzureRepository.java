package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A repository.
 *
 * @param id its GUID; for a TFVC repository, which has none, the project's
 * @param name its name; of a TFVC repository the root, {@code $/project}
 * @param kind Git or TFVC
 * @param url its web address
 * @param defaultBranch without {@code refs/heads/}, null if it has none
 * @param state whether it can be read
 */
public record AzureRepository(
        String id,
        String name,
        RepositoryKind kind,
        String url,
        @Nullable String defaultBranch,
        RepositoryState state) {

    private static final String HEADS = "refs/heads/";
    private static final Pattern USER_INFO = Pattern.compile("^(https?://)[^/@]*@");

    /** The members of an answer that {@link #git} reads. */
    static final Set<String> MEMBERS =
            Set.of("id", "name", "webUrl", "remoteUrl", "defaultBranch", "isDisabled", "size");

    static final Set<String> MEMBERS_WITH_PROJECT =
            Stream.concat(MEMBERS.stream(), Stream.of("project")).collect(Collectors.toUnmodifiableSet());

    static AzureRepository git(JsonNode json, UnaryOperator<String> fallbackUrl) {
        String id = AzureCalls.required(json, "id");
        String name = AzureCalls.required(json, "name");
        String branch = Json.text(json, "defaultBranch").orElse(null);
        String url = Json.text(json, "webUrl")
                .or(() -> Json.text(json, "remoteUrl"))
                .map(AzureRepository::withoutUserInfo)
                .orElseGet(() -> fallbackUrl.apply(name));
        return new AzureRepository(
                id,
                name,
                RepositoryKind.GIT,
                url,
                branch == null || !branch.startsWith(HEADS) ? branch : branch.substring(HEADS.length()),
                state(json, branch));
    }

    private static RepositoryState state(JsonNode json, @Nullable String branch) {
        if (json.path("isDisabled").asBoolean()) {
            return RepositoryState.DISABLED;
        }
        // The size alone is not enough: it may be missing, and it may be updated late after a push.
        boolean empty = branch == null && json.path("size").asLong(0) == 0;
        return empty ? RepositoryState.EMPTY : RepositoryState.ACTIVE;
    }

    private static String withoutUserInfo(String url) {
        return url.indexOf('@') < 0 ? url : USER_INFO.matcher(url).replaceFirst("$1");
    }
}
