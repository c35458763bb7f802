package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the organization, its addresses and the sign-in to it. */
final class ConnectionReader {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern URL = Pattern.compile("https?://.*");

    /** They sign in without a token and without a server of settings.xml. */
    private static final Set<String> WITHOUT_SECRET = Set.of("workload-identity", "managed-identity");

    private final NodeValues nodes;

    ConnectionReader(NodeValues nodes) {
        this.nodes = nodes;
    }

    ConnectionConfig connection(Map<String, Node> keys) {
        Map<String, ConnectionConfig.Value> values = new HashMap<>();
        keys.forEach((key, node) -> {
            String text = key.equals(ConnectionConfig.ORGANIZATION)
                    ? url(node, key)
                    : ConnectionConfig.KEYS.contains(key) ? text(key, node) : null;
            if (text != null) {
                values.put(key, new ConnectionConfig.Value(text, Mistakes.line(node)));
            }
        });
        ConnectionConfig connection = new ConnectionConfig(values);
        String auth = String.valueOf(connection.text(ConnectionConfig.AUTH));
        for (String key : List.of(ConnectionConfig.AZURE_SERVER_ID, ConnectionConfig.AZURE_TOKEN_ENV)) {
            Node node = keys.get(key);
            boolean ofToken = key.equals(ConnectionConfig.AZURE_TOKEN_ENV) && auth.equals("service-principal");
            if (node != null && (ofToken || WITHOUT_SECRET.contains(auth))) {
                nodes.mistakes().add(node, "\"" + key + "\" has no use with \"auth\": " + auth);
            }
        }
        return connection;
    }

    private @Nullable String text(String key, Node node) {
        return switch (key) {
            case ConnectionConfig.AZURE_URL, ConnectionConfig.AIKIDO_URL -> {
                String text = url(node, key);
                if (text != null && !URL.matcher(text).matches()) {
                    nodes.mistakes().add(node, "\"" + key + "\" is not a URL that begins with https://");
                }
                yield text;
            }
            case ConnectionConfig.AUTH ->
                nodes.choice(node, key, AllowedValues.words(Setting.AZURE_AUTH).toArray());
            case ConnectionConfig.AZURE_TOKEN_ENV -> {
                String text = nodes.name(node, key);
                if (text != null && !VARIABLE.matcher(text).matches()) {
                    nodes.mistakes().add(node, "\"" + key + "\" is not a valid name of a variable");
                }
                yield text;
            }
            default -> nodes.name(node, key);
        };
    }

    private @Nullable String url(Node node, String key) {
        String text = nodes.name(node, key);
        if (text != null && !SafeText.maskedUrl(text).equals(text)) {
            nodes.mistakes().add(node, "\"" + key + "\" must not contain a user, a query or a fragment");
        }
        return text;
    }
}
