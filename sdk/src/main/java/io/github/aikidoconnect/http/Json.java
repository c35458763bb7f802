package io.github.aikidoconnect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** JSON of the two services. What they add is ignored; what is no JSON is empty, never an exception. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Reads an object or an array, with or without a byte order mark; empty for anything else. */
    public static Optional<JsonNode> read(HttpAnswer answer) {
        try {
            return Optional.ofNullable(MAPPER.readTree(answer.bytes())).filter(JsonNode::isContainerNode);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** Returns the text of a member, empty where it is absent, null or blank; numbers are read as text. */
    public static Optional<String> text(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** Writes a flat object. */
    public static String object(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not to be written as JSON", e);
        }
    }
}
