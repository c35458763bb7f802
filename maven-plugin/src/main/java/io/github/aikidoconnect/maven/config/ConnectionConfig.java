package io.github.aikidoconnect.maven.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of an organization and the sign-in to it, as a file names them.
 *
 * @param values the values of the keys that the file has; also that of {@code organization}
 */
public record ConnectionConfig(Map<String, Value> values) {

    public static final String ORGANIZATION = "organization";
    public static final String AZURE_URL = "azureUrl";
    public static final String AIKIDO_URL = "aikidoUrl";
    public static final String AUTH = "auth";
    public static final String AZURE_SERVER_ID = "azureServerId";
    public static final String AZURE_TOKEN_ENV = "azureTokenEnv";
    public static final String TENANT_ID = "tenantId";
    public static final String CLIENT_ID = "clientId";

    /** The keys, like in {@code docs/config.schema.json}. */
    static final List<String> KEYS =
            List.of(AZURE_URL, AIKIDO_URL, AUTH, AZURE_SERVER_ID, AZURE_TOKEN_ENV, TENANT_ID, CLIENT_ID);

    /** A file that names nothing. */
    public static final ConnectionConfig NONE = new ConnectionConfig(Map.of());

    public ConnectionConfig {
        values = Map.copyOf(values);
    }

    /**
     * The value of a key.
     *
     * @param line its line in the file
     */
    public record Value(String text, int line) {}

    /** Returns the value of a key, null if the file does not have it. */
    public @Nullable String text(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::text).orElse(null);
    }

    /** Returns the value of a key, or another one if the file does not have the key. */
    public @Nullable String text(String key, @Nullable String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Returns whether the file names the place of a token or of the secret of an identity. */
    public boolean namesSecret() {
        return has(AZURE_SERVER_ID) || has(AZURE_TOKEN_ENV);
    }

    /** Returns the place of a key for a message, such as {@code contoso.yml, line 3}. */
    public String place(String file, String key) {
        Value value = values.get(key);
        return value == null ? file : file + ", line " + value.line();
    }
}
