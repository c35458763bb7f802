package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.AfterConnecting;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.location.ProjectPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

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
            "handover",
            "settings",
            "createTeams",
            "pullRequestChecks");

    /** The keys of the file, like in {@code docs/config.schema.json}. */
    static final List<String> TOP = Stream.of(
                    Stream.of(ConnectionConfig.ORGANIZATION),
                    ConnectionConfig.KEYS.stream(),
                    Stream.of("defaults", "projects"))
            .flatMap(keys -> keys)
            .toList();

    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_]|\\{project})([A-Za-z0-9_]|\\{project})*");

    private final Mistakes mistakes = new Mistakes();
    private final NodeValues nodes = new NodeValues(mistakes);

    private ConfigReader() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException if it cannot be read, is not YAML, or has an invalid key or value
     */
    public static ConfigFile read(Path file) throws ConfigException {
        return read(file, String.valueOf(file.getFileName()));
    }

    /**
     * Reads one of several files.
     *
     * @param name its name in messages
     * @throws ConfigException if it cannot be read, is not YAML, or has an invalid key or value
     */
    public static ConfigFile read(Path file, String name) throws ConfigException {
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
        Map<String, Node> keys = nodes.mapping(root, "the file", TOP);
        Node defaults = keys.get("defaults");
        Node projects = keys.get("projects");
        if (projects == null) {
            mistakes.add(root, "\"projects\" has no entries");
        }
        return new ConfigFile(
                name,
                new ConnectionReader(nodes).connection(keys),
                defaults == null ? ProjectConfig.NONE : config(nodes.mapping(defaults, "\"defaults\"", SETTINGS)),
                projects == null ? List.of() : entries(projects));
    }

    private List<ConfigFile.Entry> entries(Node projects) {
        List<ConfigFile.Entry> entries = new ArrayList<>();
        List<String> keys = new ArrayList<>(List.of("project"));
        keys.addAll(SETTINGS);
        for (Node element : nodes.sequence(projects, "projects")) {
            Map<String, Node> entry = nodes.mapping(element, "an element of \"projects\"", keys);
            Node project = entry.remove("project");
            if (project == null) {
                mistakes.add(element, "an element of \"projects\" has no \"project\"");
                continue;
            }
            String text = nodes.name(project, "project");
            if (text != null && ProjectPatterns.isGlob(text)) {
                nodes.glob(project, text);
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
            String id = nodes.name(server, SERVER_ID);
            client = id == null ? null : new ClientName(ClientName.Place.SERVER, id);
        } else if (prefix != null) {
            String text = nodes.name(prefix, ENV_PREFIX);
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
                add(nodes.choice(node, key, Region.values()), Region::of, ConnectRequest.Builder::region, settings);
            case "handover" ->
                add(
                        nodes.choice(node, key, Handover.values()),
                        Handover::of,
                        ConnectRequest.Builder::handover,
                        settings);
            case "includes" -> settings.add(with(nodes.globs(node, key), ConnectRequest.Builder::includes));
            case "excludes" -> settings.add(with(nodes.globs(node, key), ConnectRequest.Builder::excludes));
            case "callsPerMinute" ->
                settings.add(with(nodes.number(node, key, 1, 10_000), ConnectRequest.Builder::callsPerMinute));
            case "pruneLimit" ->
                settings.add(with(nodes.number(node, key, 0, 100), ConnectRequest.Builder::pruneLimit));
            case "prune" -> settings.add(with(nodes.bool(node, key), ConnectRequest.Builder::prune));
            case "scan" -> settings.add(with(nodes.bool(node, key), ConnectRequest.Builder::scan));
            case "settings" ->
                settings.add(after(new SettingsReader(nodes).settings(node), AfterConnecting::plusSettings));
            case "createTeams" -> settings.add(after(nodes.bool(node, key), AfterConnecting::withCreateTeams));
            case "pullRequestChecks" ->
                settings.add(
                        after(new PullRequestChecksReader(nodes).checks(node), AfterConnecting::withPullRequestChecks));
            case "allowSharedWorkspace" ->
                settings.add(with(nodes.bool(node, key), ConnectRequest.Builder::allowSharedWorkspace));
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

    private static <T> Consumer<ConnectRequest.Builder> after(
            T value, BiFunction<AfterConnecting, T, AfterConnecting> change) {
        return request -> request.afterConnecting(wanted -> change.apply(wanted, value));
    }

    private static <T> Consumer<ConnectRequest.Builder> with(T value, BiConsumer<ConnectRequest.Builder, T> set) {
        return request -> set.accept(request, value);
    }
}
