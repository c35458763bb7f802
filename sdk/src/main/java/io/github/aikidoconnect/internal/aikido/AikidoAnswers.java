package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the answers of Aikido. Errors are in {@code error}, {@code message} or {@code reason_phrase}. */
final class AikidoAnswers {

    private static final Pattern SCOPE = Pattern.compile("'([a-z_]+:[a-z_]+)'");

    /** The members that only errors have. A message alone may also belong to a success. */
    private static final List<String> ERRORS = List.of("error", "errors", "reason_phrase");

    private AikidoAnswers() {}

    static AikidoException failure(HttpAnswer answer, boolean write, UnaryOperator<String> clean) {
        String said = said(answer);
        int status = answer.status();
        if (status == 403 && said.isEmpty()) {
            return new AikidoException(Kind.BLOCKED, "HTTP 403", false);
        }
        if (status == 403) {
            Matcher scope = SCOPE.matcher(said);
            return new AikidoException(Kind.SCOPE_MISSING, scope.find() ? scope.group(1) : clean.apply(said), false);
        }
        String detail = clean.apply("HTTP " + status + (said.isEmpty() ? "" : ": " + said));
        return switch (status) {
            case 401 -> new AikidoException(Kind.CREDENTIALS_REJECTED, detail, false);
            case 404 -> new AikidoException(Kind.NOT_FOUND, detail, false);
            case 429 -> new AikidoException(Kind.RATE_LIMITED, detail, false);
            default ->
                status >= 400 && status < 500
                        ? new AikidoException(Kind.REFUSED, detail, false)
                        : new AikidoException(Kind.UNAVAILABLE, detail, write);
        };
    }

    /**
     * Returns the body of a read that succeeded.
     *
     * @param clean removes secrets from the texts of Aikido
     * @throws AikidoException if the body reports an error, or is not JSON
     */
    static JsonNode read(HttpAnswer answer, UnaryOperator<String> clean) {
        JsonNode body = Optional.of(answer)
                .filter(each -> each.status() == 200)
                .flatMap(Json::read)
                .orElseThrow(() -> undescribed(false));
        Optional<String> error = error(body);
        if (error.isPresent()) {
            throw new AikidoException(Kind.UNAVAILABLE, clean.apply("HTTP 200: " + error.get()), false);
        }
        return body;
    }

    /** Returns the failure for an answer that does not match the API description. */
    static AikidoException undescribed(boolean write) {
        return new AikidoException(Kind.UNAVAILABLE, "its answer does not match the description of its API", write);
    }

    /**
     * Returns the error in a body, with any status of the answer; an empty text if the body does not describe the error.
     */
    static Optional<String> error(JsonNode body) {
        return ERRORS.stream()
                .map(body::path)
                .filter(AikidoAnswers::isError)
                .findFirst()
                .map(error -> message(body).orElse(""))
                .map(AikidoAnswers::withoutFullStop);
    }

    private static boolean isError(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY -> !value.isEmpty();
            case STRING -> !value.asText().isBlank();
            case BOOLEAN, NUMBER -> value.asBoolean();
            default -> false;
        };
    }

    private static String said(HttpAnswer answer) {
        return withoutFullStop(Json.read(answer).flatMap(AikidoAnswers::message).orElse(""));
    }

    private static String withoutFullStop(String text) {
        return text.strip().replaceAll("\\.+$", "");
    }

    private static Optional<String> message(JsonNode json) {
        return Json.text(json, "error").or(() -> Json.text(json, "message")).or(() -> Json.text(json, "reason_phrase"));
    }
}
