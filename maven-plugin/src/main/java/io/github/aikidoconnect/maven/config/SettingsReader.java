package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.RepositorySettingsBuilder;
import io.github.aikidoconnect.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what Aikido should know about repositories, the key {@code settings}. */
final class SettingsReader {

    /** The keys of an element, like in {@code docs/config.schema.json}. */
    static final List<String> KEYS =
            List.of("repositories", "sensitivity", "connectivity", "labels", "team", "excludePaths", "devDependencies");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]*}");

    private final NodeValues nodes;

    SettingsReader(NodeValues nodes) {
        this.nodes = nodes;
    }

    List<RepositorySettings> settings(Node list) {
        List<RepositorySettings> settings = new ArrayList<>();
        for (Node element : nodes.sequence(list, "settings")) {
            RepositorySettingsBuilder builder = RepositorySettingsBuilder.builder();
            Map<String, Node> keys = nodes.mapping(element, "an element of \"settings\"", KEYS);
            keys.forEach((key, node) -> read(key, node, builder));
            if (keys.isEmpty() || keys.keySet().equals(Set.of("repositories"))) {
                nodes.mistakes().add(element, "an element of \"settings\" has no setting");
            }
            settings.add(builder.build());
        }
        return settings;
    }

    private void read(String key, Node node, RepositorySettingsBuilder settings) {
        switch (key) {
            case "repositories" -> settings.repositories(nodes.globs(node, key));
            case "sensitivity" ->
                settings.sensitivity(Optional.ofNullable(nodes.choice(node, key, Sensitivity.values()))
                        .flatMap(Sensitivity::of)
                        .orElse(null));
            case "connectivity" ->
                settings.connectivity(Optional.ofNullable(nodes.choice(node, key, Connectivity.values()))
                        .flatMap(Connectivity::of)
                        .orElse(null));
            case "labels" -> settings.labels(texts(node, key, true));
            case "team" -> settings.team(text(node, key, true));
            case "excludePaths" -> settings.excludePaths(texts(node, key, false));
            default -> settings.devDependencies(nodes.bool(node, key));
        }
    }

    private List<String> texts(Node list, String key, boolean placeholders) {
        List<String> texts = new ArrayList<>();
        for (Node element : nodes.sequence(list, key)) {
            String text = text(element, key, placeholders);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable String text(Node node, String key, boolean placeholders) {
        String text = nodes.name(node, key);
        Matcher placeholder = PLACEHOLDER.matcher(text == null || !placeholders ? "" : text);
        while (placeholder.find()) {
            if (!RepositorySettings.PLACEHOLDERS.contains(placeholder.group())) {
                nodes.mistakes()
                        .add(
                                node,
                                "\"" + key + "\" has an invalid placeholder; valid placeholders: "
                                        + String.join(", ", RepositorySettings.PLACEHOLDERS));
            }
        }
        return text;
    }
}
