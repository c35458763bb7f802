package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\":2,\"value\":[{\"id\":1},{\"id\":2}]}",
                "{\"value\":[{\"id\":1,\"more\":{\"value\":[]}},{\"id\":2}],\"count\":2}",
                "{\"other\":{\"value\":[7]},\"more\":[[1]],\"value\":[{\"id\":1},{\"id\":2}],\"last\":null}",
                "\uFEFF {\"value\":[{\"id\":1},{\"id\":2}]} "
            })
    void readsTheElementsOfAList(String json) {
        assertThat(ids(json)).contains(List.of("1", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"value\"",
                "{}",
                "{\"count\":0}",
                "{\"value\":null}",
                "{\"value\":{\"id\":1}}",
                "{\"value\":[{\"id\":1}",
                "{\"value\":[{\"id\":1}]",
                "{\"value\":[{\"id\":1}]} {}",
                "{\"value\":[{\"id\":1}]}<html>",
                "{\"value\":[{\"id\":1}],\"count\":2}",
                "{\"count\":99999999999999999999,\"value\":[{\"id\":1}]}",
                "<html>value</html>"
            })
    void takesNothingElseForAList(String text) {
        assertThat(ids(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":[]}", "{\"count\":0,\"value\":[]}"})
    void tellsAnEmptyListFromNone(String json) {
        assertThat(ids(json)).contains(List.of());
    }

    private static Optional<List<String>> ids(String text) {
        return Json.elements(
                Answers.withBody(text),
                "value",
                "count",
                Json.Element.whole((JsonNode element) -> element.path("id").asText()));
    }

    @Test
    void skipsTheMembersThatAreNotNeeded() {
        String list = """
                {"value":[{"id":1,"more":{"id":3,"deep":[{"id":4}]},"name":"one","project":{"id":5}},{"name":"two"}]}""";
        Json.Element<String> element = new Json.Element<>(Set.of("id", "project"), JsonNode::toString);
        assertThat(Json.elements(Answers.withBody(list), "value", "count", element))
                .contains(List.of("{\"id\":1,\"project\":{\"id\":5}}", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\":[{\"id\":1", "{\"value\":[{\"more\":", "{\"value\":[{\"more\":{\"id\":1]}"})
    void takesNoBrokenElement(String text) {
        assertThat(Json.elements(
                        Answers.withBody(text), "value", "count", new Json.Element<>(Set.of("id"), JsonNode::toString)))
                .isEmpty();
    }
}
