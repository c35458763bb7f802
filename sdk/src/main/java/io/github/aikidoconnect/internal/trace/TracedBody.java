package io.github.aikidoconnect.internal.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aikidoconnect.internal.http.Redactor;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body in the form for a trace: JSON and forms keep their structure but lose secrets and names of people. Of any other
 * type, only the size is recorded, because it is unknown where it contains a secret.
 *
 * @param text the body, empty if it is not shown
 * @param comment what was left out and why, empty if nothing was left out
 */
record TracedBody(String text, String comment) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The first elements of a list show its structure; more would only enlarge the file. */
    private static final int MOST_ELEMENTS = 100;

    private static final int MOST_DEPTH = 50;

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(secret|password|assertion|signature|authorization|cookie).*|.*token|pat|.*apikey|.*api_key");

    /** The members in which the two services name people: Azure DevOps in identities and profiles. */
    private static final Pattern PERSON_NAME = Pattern.compile(
            "(?i)displayName|providerDisplayName|customDisplayName|.*emailAddress|.*email|mailAddress|uniqueName"
                    + "|principalName|coreRevision|publicAlias");

    /** Members whose name matches one of the patterns above but whose value is not a secret. */
    private static final Pattern HARMLESS = Pattern.compile("(?i)token_type|patTokenError");

    static TracedBody of(@Nullable String type, String body, Redactor redactor) {
        if (body.isEmpty()) {
            return new TracedBody("", "");
        }
        if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
            return new TracedBody(
                    Arrays.stream(body.split("&", -1))
                            .map(pair ->
                                    pair.startsWith("grant_type=") ? pair : pair.split("=", 2)[0] + "=" + Redactor.MASK)
                            .collect(Collectors.joining("&")),
                    "");
        }
        try {
            JsonNode read = MAPPER.readTree(body.startsWith("\uFEFF") ? body.substring(1) : body);
            if (read != null && read.isContainerNode()) {
                Cut cut = new Cut();
                JsonNode shown = shown("", read, redactor, cut, 0);
                return new TracedBody(MAPPER.writeValueAsString(shown), cut.comment());
            }
        } catch (JsonProcessingException notJson) {
            // Handled below, like every body that is not JSON.
        }
        String kind = type == null || type.isEmpty() ? "no declared type" : "type " + redactor.mask(type);
        return new TracedBody("", "A body of " + kind + " is not recorded, only its size.");
    }

    private static final class Cut {
        private long elements;

        String comment() {
            return elements == 0 ? "" : elements + " elements of lists beyond the first " + MOST_ELEMENTS + " left out";
        }
    }

    private static JsonNode shown(String name, JsonNode value, Redactor redactor, Cut cut, int depth) {
        if (depth > MOST_DEPTH) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            TracedText.of(member.getKey(), redactor),
                            shown(member.getKey(), member.getValue(), redactor, cut, depth + 1)));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < Math.min(array.size(), MOST_ELEMENTS); i++) {
                copy.add(shown(name, array.get(i), redactor, cut, depth + 1));
            }
            cut.elements += Math.max(0, array.size() - MOST_ELEMENTS);
            return copy;
        }
        if (value.isTextual()) {
            return JsonNodeFactory.instance.textNode(
                    isHidden(name) && !value.textValue().isEmpty()
                            ? Redactor.MASK
                            : TracedText.of(value.textValue(), redactor));
        }
        return value;
    }

    private static boolean isHidden(String name) {
        return !HARMLESS.matcher(name).matches()
                && (SECRET_NAME.matcher(name).matches()
                        || PERSON_NAME.matcher(name).matches());
    }
}
