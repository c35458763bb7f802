package io.github.aikidoconnect.internal.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and writes JSON of the two services. Unknown members are ignored; invalid JSON gives an empty result, never an
 * exception.
 */
public final class Json {

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * How the elements of a list are read.
     *
     * @param members the members that the mapping reads: the others are skipped, because most members of a long list are
     *     not needed; empty for all
     * @param value maps an element to the value to keep
     */
    public record Element<T>(Set<String> members, Function<JsonNode, T> value) {

        /** Reads all members. */
        public static <T> Element<T> whole(Function<JsonNode, T> value) {
            return new Element<>(Set.of(), value);
        }

        private T read(JsonParser json) throws IOException {
            return value.apply(
                    members.isEmpty() || json.currentToken() != JsonToken.START_OBJECT
                            ? JsonTree.read(json)
                            : part(json));
        }

        private ObjectNode part(JsonParser json) throws IOException {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (members.contains(name)) {
                    part.set(name, JsonTree.read(json));
                } else {
                    json.skipChildren();
                }
            }
            return part;
        }
    }

    private Json() {}

    /** Parses an object or an array, with or without a byte order mark; empty for anything else. */
    public static Optional<JsonNode> read(HttpAnswer answer) {
        try (JsonParser json = JSON.createParser(answer.bytes())) {
            return whole(json);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** Parses an object or an array from text; empty for anything else. */
    public static Optional<JsonNode> read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            return whole(json);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> whole(JsonParser json) throws IOException {
        json.nextToken();
        JsonNode tree = JsonTree.read(json);
        return json.nextToken() == null ? Optional.of(tree).filter(JsonNode::isContainerNode) : Optional.empty();
    }

    /**
     * Parses the elements of an array in an object one by one: as a tree, a long list takes ten times the memory of its
     * text. Empty if the response is not such an object, or states another number of elements.
     *
     * @param count the member with the number of elements, which may be missing
     */
    public static <T> Optional<List<T>> elements(HttpAnswer answer, String member, String count, Element<T> element) {
        try (JsonParser json = JSON.createParser(answer.bytes())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Optional<List<T>> found = Optional.empty();
            long said = -1;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY && name.equals(member)) {
                    found = Optional.of(elements(json, element));
                } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals(count)) {
                    said = json.getLongValue();
                } else {
                    json.skipChildren();
                }
            }
            long expected = said;
            return json.nextToken() == null
                    ? found.filter(list -> expected < 0 || list.size() == expected)
                    : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static <T> List<T> elements(JsonParser json, Element<T> element) throws IOException {
        List<T> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.read(json));
        }
        return elements;
    }

    /** Returns the text of a member; empty if it is missing, null or blank. Numbers are returned as text. */
    public static Optional<String> text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Writes a flat object. */
    public static String object(Map<String, ?> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, ?> member : members.entrySet()) {
                json.writeObjectField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalArgumentException("Not to be written as JSON", e);
        }
        return text.toString();
    }
}
