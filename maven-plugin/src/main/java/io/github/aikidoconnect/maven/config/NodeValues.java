package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.location.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads the values of YAML nodes.
 *
 * @param mistakes collects the mistakes
 */
record NodeValues(Mistakes mistakes) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,30}");

    /** Returns the values by their keys, without invalid keys. */
    Map<String, Node> mapping(Node node, String what, List<String> known) {
        Map<String, Node> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistakes.add(node, what + " is not a mapping of keys to values");
            return values;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                // A key that is not a word may be a secret in the wrong place.
                String word = WORD.matcher(key).matches() ? "\"" + key + "\"" : "this";
                mistakes.add(tuple.getKeyNode(), word + " is not a valid key; valid keys: " + String.join(", ", known));
            } else if (values.put(key, tuple.getValueNode()) != null) {
                mistakes.add(tuple.getKeyNode(), "\"" + key + "\" occurs twice");
            }
        }
        return values;
    }

    List<Node> sequence(Node node, String key) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistakes.add(node, "\"" + key + "\" is not a list");
        return List.of();
    }

    /** Returns the text of a scalar that is not null; a number is also a text. */
    @Nullable
    String text(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        mistakes.add(node, "\"" + key + "\" is not a text");
        return null;
    }

    /** Returns the text of a scalar that messages and URLs will contain. */
    @Nullable
    String name(Node node, String key) {
        String text = text(node, key);
        if (text != null && SafeText.looksLikeToken(text)) {
            mistakes.add(node, "\"" + key + "\" looks like a token, but this file must not contain secrets");
            return null;
        }
        return text;
    }

    List<String> globs(Node node, String key) {
        List<String> globs = new ArrayList<>();
        for (Node element : sequence(node, key)) {
            String text = name(element, key);
            if (text != null) {
                glob(element, text);
                globs.add(text);
            }
        }
        return globs;
    }

    void glob(Node node, String text) {
        try {
            Glob unused = Glob.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(node, "this is not a valid glob: " + e.getMessage());
        }
    }

    @Nullable
    String choice(Node node, String key, Object[] values) {
        String text = text(node, key);
        boolean known = text != null
                && Arrays.stream(values).anyMatch(value -> value.toString().equals(text));
        if (text != null && !known) {
            mistakes.add(
                    node,
                    "\"" + key + "\" has an invalid value; valid values: "
                            + Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", ")));
        }
        return known ? text : null;
    }

    int number(Node node, String key, int least, int most) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.INT)
                && scalar.getValue().matches("\\d{1,9}")) {
            int number = Integer.parseInt(scalar.getValue());
            if (number >= least && number <= most) {
                return number;
            }
        }
        mistakes.add(node, "\"" + key + "\" must be a whole number from " + least + " to " + most);
        return least;
    }

    boolean bool(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.BOOL)
                && scalar.getValue().matches("true|false")) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        mistakes.add(node, "\"" + key + "\" must be true or false");
        return false;
    }
}
