package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import org.jspecify.annotations.Nullable;

/**
 * The names of settings for the author of the file.
 *
 * @param others the names of settings that the file does not contain
 * @param file the file's name
 * @param connection the addresses and the sign-in that the file names
 * @param client the place of the project's API client, null if the file does not name it
 */
public record FileSettingNames(
        SettingNames others,
        String file,
        ConnectionConfig connection,
        @Nullable ClientName client) implements SettingNames {

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AIKIDO_CLIENT ->
                client == null
                        ? others.of(setting) + ", or name it with serverId or envPrefix in " + file
                        : client + ", which " + file + " names";
            case AZURE_URL -> keyIfNamed(ConnectionConfig.AZURE_URL, setting);
            case AIKIDO_URL -> keyIfNamed(ConnectionConfig.AIKIDO_URL, setting);
            case AZURE_AUTH -> keyIfNamed(ConnectionConfig.AUTH, setting);
            case AZURE_TENANT_ID -> keyIfNamed(ConnectionConfig.TENANT_ID, setting);
            case AZURE_CLIENT_ID -> keyIfNamed(ConnectionConfig.CLIENT_ID, setting);
            case AZURE_TOKEN, AZURE_CLIENT_SECRET -> connection.namesSecret() ? secret() : others.of(setting);
            case AZURE_PROJECT -> key("project") + " or " + others.of(setting);
            case PROJECTS -> key("projects");
            case REPOSITORY_SETTINGS -> key("settings");
            case AZURE_ORGANIZATION -> key("organization") + " or " + others.of(setting);
            case AIKIDO_REGION,
                    INCLUDES,
                    EXCLUDES,
                    CALLS_PER_MINUTE,
                    ALLOW_SHARED_WORKSPACE,
                    PRUNE,
                    PRUNE_LIMIT,
                    HANDOVER -> key(setting.requestName()) + " or " + others.of(setting);
            default -> others.of(setting);
        };
    }

    private String keyIfNamed(String key, Setting setting) {
        return connection.has(key) ? key(key) : others.of(setting);
    }

    private String secret() {
        String variable = connection.text(ConnectionConfig.AZURE_TOKEN_ENV);
        String server = connection.text(ConnectionConfig.AZURE_SERVER_ID);
        return (variable == null ? "" : "the environment variable " + variable)
                + (variable == null || server == null ? "" : " or ")
                + (server == null ? "" : "the password of <server> " + server + " in settings.xml")
                + ", which " + file + " names";
    }

    private String key(String key) {
        return "\"" + key + "\" in " + file;
    }
}
