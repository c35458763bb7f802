package io.github.aikidoconnect.internal.azure.pat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aikidoconnect.internal.azure.AzureAnswers;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.azure.TokenError;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the answers of the API for personal access tokens. A refusal is a 200 with {@code patTokenError}. An older API
 * answered 400 with the same name as its message (reports of users, 2021 and 2022), so this also counts as a refusal.
 */
final class TokenAnswers {

    private static final String NO_ERROR = "none";

    private TokenAnswers() {}

    /**
     * Returns the JSON of a successful answer; a missing node if it has no body.
     *
     * @param write whether the call changes something
     * @param clean removes secrets from the texts of the service
     * @throws AzureException for every other answer
     */
    static JsonNode read(HttpAnswer answer, boolean write, UnaryOperator<String> clean) {
        Optional<JsonNode> json = Json.read(answer);
        Optional<String> error = json.flatMap(read -> Json.text(read, "patTokenError"))
                .or(() -> json.flatMap(read -> Json.text(read, "message"))
                        .filter(message -> TokenError.of(message).isPresent()));
        if (error.isPresent() && !error.get().equalsIgnoreCase(NO_ERROR)) {
            Optional<TokenError> known = TokenError.of(error.get());
            throw new AzureException(
                    Kind.UNREADABLE, clean.apply(error.get()), write && known.isEmpty(), known.orElse(null));
        }
        int status = answer.status();
        boolean empty = answer.text().isBlank();
        if (status == 204 || (status == 200 && empty && write)) {
            return MissingNode.getInstance();
        }
        if (status == 200 && json.filter(AzureAnswers::isError).isPresent()) {
            throw new AzureException(
                    Kind.UNREADABLE, AzureAnswers.failure(answer, clean).detail(), write, null);
        }
        if (status == 200) {
            return json.orElseThrow(() -> new AzureException(Kind.UNREADABLE, "its answer is not JSON", write, null));
        }
        AzureException failure = AzureAnswers.failure(answer, clean);
        // A sign-in page (203) means that nothing was changed.
        boolean success = status > 200 && status < 300 && status != 203;
        boolean uncertain = write && (success || status >= 500);
        throw uncertain ? new AzureException(failure.kind(), failure.detail(), true, null) : failure;
    }
}
