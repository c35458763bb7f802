package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.location.Glob;
import io.github.aikidoconnect.location.ProjectPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code aikido-connect.yml} as nodes, which have line numbers, and reports all mistakes at once. */
public final class ConfigReader {

    private static final String SERVER_ID = "serverId";
    private static final String ENV_PREFIX = "envPrefix";

    /**
     * The keys of {@code defaults}, and of each project in addition to its name, like in {@code
     * docs/config.schema.json}.
     */
    static final List<String> SETTINGS = List.of(
            SERVER_ID,
            ENV_PREFIX,
            "region",
            "includes",
            "excludes",
            "callsPerMinute",
            "allowSharedWorkspace",
            "prune",
            "pruneLimit",
            "scan",
            "handover");

    private static final List<String> TOP = List.of("organization", "defaults", "projects");

    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_]|\\{project})([A-Za-z0-9_]|\\{project})*");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,30}");

    private final Mistakes mistakes = new Mistakes();

    private ConfigReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException if it cannot be read, is not YAML, or has an invalid key or value
     */
    public static ConfigFile read(Path file) throws ConfigException {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ConfigException("The file was not found: " + file, false);
        } catch (IOException e) {
            throw new ConfigException(
                    file + " cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")", false);
        }
    }

    /** Reads a text; the name of its file is for messages. */
    static ConfigFile read(String name, String yaml) throws ConfigException {
        ConfigReader reader = new ConfigReader();
        ConfigFile file = reader.file(name, YamlText.compose(name, yaml));
        if (!reader.mistakes.isEmpty()) {
            throw new ConfigException(name + ", " + reader.mistakes, true);
        }
        return file;
    }

    private ConfigFile file(String name, Node root) {
        Map<String, Node> keys = mapping(root, "the file", TOP);
        Node named = keys.get("organization");
        Node defaults = keys.get("defaults");
        Node projects = keys.get("projects");
        if (projects == null) {
            mistakes.add(root, "\"projects\" has no entries");
        }
        return new ConfigFile(
                name,
                named == null ? null : organization(named),
                defaults == null ? ProjectConfig.NONE : config(mapping(defaults, "\"defaults\"", SETTINGS)),
                projects == null ? List.of() : entries(projects));
    }

    private @Nullable String organization(Node node) {
        String text = name(node, "organization");
        if (text != null && !SafeText.maskedUrl(text).equals(text)) {
            mistakes.add(node, "\"organization\" must not contain a user, a query or a fragment");
        }
        return text;
    }

    private List<ConfigFile.Entry> entries(Node projects) {
        List<ConfigFile.Entry> entries = new ArrayList<>();
        List<String> keys = new ArrayList<>(List.of("project"));
        keys.addAll(SETTINGS);
        for (Node element : sequence(projects, "projects")) {
            Map<String, Node> entry = mapping(element, "an element of \"projects\"", keys);
            Node project = entry.remove("project");
            if (project == null) {
                mistakes.add(element, "an element of \"projects\" has no \"project\"");
                continue;
            }
            String text = name(project, "project");
            if (text != null && ProjectPatterns.isGlob(text)) {
                glob(project, text);
            }
            entries.add(new ConfigFile.Entry(text == null ? "" : text, config(entry)));
        }
        if (entries.isEmpty() && mistakes.isEmpty()) {
            mistakes.add(projects, "\"projects\" has no entries");
        }
        return entries;
    }

    private ProjectConfig config(Map<String, Node> keys) {
        List<Consumer<ConnectRequest.Builder>> settings = new ArrayList<>();
        keys.forEach((key, node) -> setting(key, node, settings));
        Node server = keys.get(SERVER_ID);
        Node prefix = keys.get(ENV_PREFIX);
        if (server != null && prefix != null) {
            mistakes.add(prefix, "\"" + SERVER_ID + "\" and \"" + ENV_PREFIX + "\" cannot both be set");
        }
        ClientName client = null;
        if (server != null) {
            String id = name(server, SERVER_ID);
            client = id == null ? null : new ClientName(ClientName.Place.SERVER, id);
        } else if (prefix != null) {
            String text = name(prefix, ENV_PREFIX);
            if (text != null && !VARIABLE.matcher(text).matches()) {
                mistakes.add(prefix, "\"" + ENV_PREFIX + "\" is not a valid beginning of a variable's name");
            }
            client = text == null ? null : new ClientName(ClientName.Place.ENVIRONMENT, text);
        }
        return new ProjectConfig(client, settings);
    }

    private void setting(String key, Node node, List<Consumer<ConnectRequest.Builder>> settings) {
        switch (key) {
            case "region" ->
                add(choice(node, key, Region.values()), Region::of, ConnectRequest.Builder::region, settings);
            case "handover" ->
                add(choice(node, key, Handover.values()), Handover::of, ConnectRequest.Builder::handover, settings);
            case "includes" -> settings.add(with(globs(node, key), ConnectRequest.Builder::includes));
            case "excludes" -> settings.add(with(globs(node, key), ConnectRequest.Builder::excludes));
            case "callsPerMinute" ->
                settings.add(with(number(node, key, 1, 10_000), ConnectRequest.Builder::callsPerMinute));
            case "pruneLimit" -> settings.add(with(number(node, key, 0, 100), ConnectRequest.Builder::pruneLimit));
            case "prune" -> settings.add(with(bool(node, key), ConnectRequest.Builder::prune));
            case "scan" -> settings.add(with(bool(node, key), ConnectRequest.Builder::scan));
            case "allowSharedWorkspace" ->
                settings.add(with(bool(node, key), ConnectRequest.Builder::allowSharedWorkspace));
            default -> {
                // The names of the API client are not settings of a request.
            }
        }
    }

    private static <T> void add(
            @Nullable String text,
            Function<String, Optional<T>> parse,
            BiConsumer<ConnectRequest.Builder, T> set,
            List<Consumer<ConnectRequest.Builder>> settings) {
        if (text != null) {
            parse.apply(text).ifPresent(value -> settings.add(with(value, set)));
        }
    }

    private static <T> Consumer<ConnectRequest.Builder> with(T value, BiConsumer<ConnectRequest.Builder, T> set) {
        return request -> set.accept(request, value);
    }

    /** Returns the values by their keys, without invalid keys. */
    private Map<String, Node> mapping(Node node, String what, List<String> known) {
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

    private List<Node> sequence(Node node, String key) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        mistakes.add(node, "\"" + key + "\" is not a list");
        return List.of();
    }

    /** Returns the text of a scalar that is not null; a number is also a text. */
    private @Nullable String text(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && !scalar.getTag().equals(Tag.NULL)
                && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        mistakes.add(node, "\"" + key + "\" is not a text");
        return null;
    }

    /** Returns the text of a scalar that messages and URLs will contain. */
    private @Nullable String name(Node node, String key) {
        String text = text(node, key);
        if (text != null && SafeText.looksLikeToken(text)) {
            mistakes.add(node, "\"" + key + "\" looks like a token, but this file must not contain secrets");
            return null;
        }
        return text;
    }

    private List<String> globs(Node node, String key) {
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

    private void glob(Node node, String text) {
        try {
            Glob unused = Glob.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(node, "this is not a valid glob: " + e.getMessage());
        }
    }

    private @Nullable String choice(Node node, String key, Object[] values) {
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

    private int number(Node node, String key, int least, int most) {
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

    private boolean bool(Node node, String key) {
        if (node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.BOOL)
                && scalar.getValue().matches("true|false")) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        mistakes.add(node, "\"" + key + "\" must be true or false");
        return false;
    }
}
