package io.github.aikidoconnect.internal.azure.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads the refusals of the services that issue tokens. Microsoft Entra answers {@code error}, {@code error_description},
 * which begins with a code such as {@code AADSTS7000215}, and {@code error_codes} (Microsoft identity platform, OAuth 2.0
 * client credentials, read 2026-11). The endpoints of managed identities answer {@code error} and {@code
 * error_description} without a code, or {@code message}.
 */
final class EntraAnswers {

    private EntraAnswers() {}

    /**
     * Returns the exception for an answer without an access token.
     *
     * @param issuer what answered
     * @param clean removes secrets from the texts of the service
     */
    static AzureException failure(Issuer issuer, HttpAnswer answer, UnaryOperator<String> clean) {
        String status = issuer + " answered with HTTP " + answer.status();
        String text = Json.read(answer)
                .flatMap(EntraAnswers::said)
                .map(said -> said.startsWith("AADSTS") ? said : status + ": " + said)
                .orElse(status);
        return new AzureException(issuer.failure(answer.status()), clean.apply(text));
    }

    private static Optional<String> said(JsonNode body) {
        Optional<String> code = Optional.ofNullable(body.path("error_codes").get(0))
                .filter(JsonNode::isIntegralNumber)
                .map(number -> "AADSTS" + number.asLong());
        return Json.text(body, "error_description")
                .or(() -> Json.text(body, "message"))
                .or(() -> Json.text(body, "error"))
                .map(EntraAnswers::firstSentences)
                .map(text -> code.filter(known -> !text.contains(known))
                        .map(known -> known + ": " + text)
                        .orElse(text));
    }

    /** The description ends with ids and a time that only Microsoft can use. */
    private static String firstSentences(String description) {
        return description
                .replaceFirst("(?s)\\s*(?:Trace ID|Correlation ID|Timestamp):.*", "")
                .strip()
                .replaceFirst("\\.+$", "");
    }
}
