package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** The tree is read without Jackson's mapper, which is too slow to prepare, and must be the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "[null,true,false,0,-1,2147483647,2147483648,9223372036854775807,9223372036854775808,-1e3,0.1,1E400]",
                "{\"a\":{\"b\":[{\"c\":\"\"},[],{}]},\"d\":\"\\u00fc\\ud83d\\ude80\\n\\\"\",\"a\":2}",
                " [ 1 , { \"x\" : null } ] "
            })
    void readsTheTreeThatTheMapperReads(String text) throws JsonProcessingException {
        JsonNode mapped = new ObjectMapper().readTree(text);
        assertThat(Json.read(text)).contains(mapped);
        assertThat(Json.read(Answers.withBody(text))).contains(mapped);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "{",
                "[",
                "[1",
                "[1,",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1,}",
                "{a:1}",
                "[}",
                "[]]",
                "{} x"
            })
    void readsNothingElse(String text) {
        assertThat(Json.read(text)).isEmpty();
        assertThat(Json.read(Answers.withBody(text))).isEmpty();
    }

    @Test
    void readsNothingThatIsNestedWithoutEnd() {
        assertThat(Json.read("[".repeat(100_000))).isEmpty();
        assertThat(Json.read("[".repeat(900) + "]".repeat(900))).isPresent();
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
