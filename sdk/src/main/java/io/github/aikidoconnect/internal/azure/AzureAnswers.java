package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads the answers of Azure DevOps. The following facts come from recorded traffic and Microsoft's documentation
 * (2026-10): an invalid token is answered with 203 and a sign-in page, a stopped organization with 503 and {@code
 * TF24668}, and a missing project with the codes below. Users reported 401 for a missing scope, so both 401 and 403
 * count.
 */
public final class AzureAnswers {

    private static final Pattern EXPIRED = Pattern.compile("(?i)token[^.]{0,60}\\bexpired|\\bexpired[^.]{0,60}token");
    private static final Pattern NO_PROJECT = Pattern.compile("TF200016|VS800075|ProjectDoesNotExist|ProjectNotFound");
    private static final String NO_REPOSITORY = "TF401019";
    private static final Pattern NEEDS_PREVIEW = Pattern.compile("InvalidPreviewVersion|-preview flag");
    private static final Pattern CODE = Pattern.compile("\\b(TF|VS)\\d{4,}");
    private static final Pattern STOPPED = Pattern.compile("TF24668");

    private AzureAnswers() {}

    /** Returns whether a 503 is permanent: the organization is stopped. */
    static boolean isHopeless(HttpAnswer answer) {
        return answer.status() == 503 && STOPPED.matcher(answer.text()).find();
    }

    /** Returns whether the resource is only available with a preview API version. */
    static boolean needsPreview(HttpAnswer answer) {
        return answer.status() == 400 && NEEDS_PREVIEW.matcher(answer.text()).find();
    }

    /**
     * Returns the JSON of a successful answer.
     *
     * @param clean removes secrets from the texts of the service
     * @throws AzureException for every other answer
     */
    static JsonNode read(HttpAnswer answer, UnaryOperator<String> clean) {
        refuseFailure(answer, clean);
        JsonNode body =
                Json.read(answer).orElseThrow(() -> new AzureException(Kind.UNREADABLE, "its answer is not JSON"));
        if (isError(body)) {
            throw new AzureException(Kind.UNREADABLE, clean.apply(said(answer)));
        }
        return body;
    }

    /**
     * Returns whether a body reports an error, with any status of the answer. Azure DevOps writes {@code message} with
     * {@code typeKey}, {@code typeName} or {@code errorCode}; a gateway may write {@code error}.
     */
    public static boolean isError(JsonNode body) {
        boolean described = Json.text(body, "message").isPresent()
                && (body.has("typeKey") || body.has("typeName") || body.has("errorCode"));
        return described || Json.text(body, "error").isPresent();
    }

    /**
     * Returns the mapped elements of a list, {@code {"count": n, "value": [...]}}.
     *
     * @param clean removes secrets from the texts of the service
     * @throws AzureException for every other answer
     */
    static <T> List<T> list(HttpAnswer answer, UnaryOperator<String> clean, Json.Element<T> element) {
        refuseFailure(answer, clean);
        return Json.elements(answer, "value", "count", element)
                .orElseThrow(() -> new AzureException(Kind.UNREADABLE, "its answer is not a JSON list"));
    }

    private static void refuseFailure(HttpAnswer answer, UnaryOperator<String> clean) {
        if (answer.status() != 200) {
            throw failure(answer, clean);
        }
    }

    /** Returns the exception for an answer that is not a success. */
    public static AzureException failure(HttpAnswer answer, UnaryOperator<String> clean) {
        return new AzureException(kind(answer), clean.apply(detail(answer)));
    }

    private static Kind kind(HttpAnswer answer) {
        int status = answer.status();
        if (status == 203 || (status >= 300 && status < 400)) {
            return Kind.TOKEN_REJECTED;
        }
        String text = answer.text();
        return switch (status) {
            case 401, 403 ->
                EXPIRED.matcher(text).find()
                        ? Kind.TOKEN_EXPIRED
                        : status == 403 && !isOfTheService(answer) ? Kind.BLOCKED : Kind.REFUSED;
            case 404 ->
                NO_PROJECT.matcher(text).find()
                        ? Kind.PROJECT_NOT_FOUND
                        : isNoRepository(answer) ? Kind.REPOSITORY_NOT_FOUND : Kind.NOT_FOUND;
            default -> status == 429 || status >= 500 ? Kind.UNAVAILABLE : Kind.UNREADABLE;
        };
    }

    /** Only the service's own message counts, because a gateway may also answer 404. */
    private static boolean isNoRepository(HttpAnswer answer) {
        return Json.read(answer)
                .flatMap(json -> Json.text(json, "message"))
                .filter(message -> message.contains(NO_REPOSITORY))
                .isPresent();
    }

    /** A 403 of the service contains JSON or an error code. A 401 of the service may have no body. */
    private static boolean isOfTheService(HttpAnswer answer) {
        return Json.read(answer).isPresent() || CODE.matcher(answer.text()).find();
    }

    private static String detail(HttpAnswer answer) {
        String wait = answer.header("Retry-After")
                .map(when -> "; Retry-After: " + when)
                .orElse("");
        return said(answer) + (answer.status() == 429 || answer.status() == 503 ? wait : "");
    }

    private static String said(HttpAnswer answer) {
        Optional<String> message = Json.read(answer).flatMap(json -> Json.text(json, "message"));
        if (message.isPresent()) {
            return "HTTP " + answer.status() + ": " + message.get().strip().replaceAll("\\.+$", "");
        }
        boolean plain = answer.header("Content-Type").orElse("").startsWith("text/plain");
        String text = plain ? answer.text().strip().replaceAll("\\.+$", "") : "";
        return "HTTP " + answer.status() + (text.isEmpty() ? "" : ": " + text);
    }
}
