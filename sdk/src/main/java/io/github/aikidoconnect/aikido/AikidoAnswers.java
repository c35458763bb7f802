package io.github.aikidoconnect.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.aikido.AikidoException.Kind;
import io.github.aikidoconnect.http.HttpAnswer;
import io.github.aikidoconnect.http.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the answers of Aikido apart. Its errors come as {@code error}, {@code message} or {@code reason_phrase}. */
final class AikidoAnswers {

    private static final Pattern SCOPE = Pattern.compile("'([a-z_]+:[a-z_]+)'");

    private AikidoAnswers() {}

    static AikidoException failure(HttpAnswer answer, boolean write, UnaryOperator<String> clean) {
        String said = said(answer);
        int status = answer.status();
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

    private static String said(HttpAnswer answer) {
        return Json.read(answer)
                .flatMap(AikidoAnswers::message)
                .orElse("")
                .strip()
                .replaceAll("\\.+$", "");
    }

    private static Optional<String> message(JsonNode json) {
        return Json.text(json, "error").or(() -> Json.text(json, "message")).or(() -> Json.text(json, "reason_phrase"));
    }
}
