package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The answers that confirm a write, from Aikido's published API description (2026-10). After any other answer it is
 * unknown whether the write had an effect.
 */
enum Confirmation {
    /** {@code {"success": 1}} or {@code {"success": true}}: the description states the type boolean and shows a 1. */
    SUCCESS,
    /** {@code {"status": "ok"}}. */
    STATUS_OK,
    /** {@code {"label_id": 5}}. */
    LABEL_ID,
    /** {@code {"excluded_path_id": 9}}. */
    EXCLUDED_PATH_ID,
    /** Status 201 and {@code {"id": 3}}. */
    CREATED_ID,
    /** Status 204 without a body. */
    NO_CONTENT;

    /**
     * Returns normally if the answer confirms the write.
     *
     * @param clean removes secrets from the texts of Aikido
     * @throws AikidoException if it does not; {@link AikidoException#isUncertain() uncertain} unless Aikido refused the
     *     write
     */
    void verify(HttpAnswer answer, UnaryOperator<String> clean) {
        if (this == NO_CONTENT && answer.status() == 204) {
            return;
        }
        Optional<JsonNode> body = Json.read(answer);
        Optional<String> error = body.flatMap(AikidoAnswers::error);
        boolean refused = body.filter(Confirmation::saysNo).isPresent();
        if (refused || error.isPresent()) {
            String detail = error.map(text -> "HTTP " + answer.status() + (text.isEmpty() ? "" : ": " + text))
                    .orElse("it reported that the call did not succeed");
            throw new AikidoException(Kind.REFUSED, clean.apply(detail), !refused);
        }
        boolean expected = answer.status() == (this == CREATED_ID ? 201 : 200);
        if (!expected || body.filter(this::isConfirmedBy).isEmpty()) {
            throw AikidoAnswers.undescribed(true);
        }
    }

    private boolean isConfirmedBy(JsonNode body) {
        return switch (this) {
            case SUCCESS -> is(body.path("success"), true);
            case STATUS_OK -> body.path("status").asText().equals("ok");
            case LABEL_ID -> AikidoCalls.isId(body.path("label_id"));
            case EXCLUDED_PATH_ID -> AikidoCalls.isId(body.path("excluded_path_id"));
            case CREATED_ID -> AikidoCalls.isId(body.path("id"));
            case NO_CONTENT -> false;
        };
    }

    private static boolean saysNo(JsonNode body) {
        return is(body.path("success"), false);
    }

    private static boolean is(JsonNode success, boolean wanted) {
        return success.isBoolean()
                ? success.booleanValue() == wanted
                : success.isIntegralNumber() && success.canConvertToInt() && success.intValue() == (wanted ? 1 : 0);
    }
}
