package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import org.jspecify.annotations.Nullable;

/**
 * The names of settings for the author of the file.
 *
 * @param others the names of settings that the file does not contain
 * @param file the file's name
 * @param client the place of the project's API client, null if the file does not name it
 */
public record FileSettingNames(
        SettingNames others, String file, @Nullable ClientName client) implements SettingNames {

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AIKIDO_CLIENT ->
                client == null
                        ? others.of(setting) + ", or name it with serverId or envPrefix in " + file
                        : client + ", which " + file + " names";
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

    private String key(String key) {
        return "\"" + key + "\" in " + file;
    }
}
