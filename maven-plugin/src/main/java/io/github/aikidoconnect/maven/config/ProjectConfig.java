package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.ConnectRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings in a part of the file.
 *
 * @param client the name of the API client, null if this part does not name one
 * @param settings the other settings, each of which changes a request
 */
public record ProjectConfig(@Nullable ClientName client, List<Consumer<ConnectRequest.Builder>> settings) {

    /** No settings. */
    public static final ProjectConfig NONE = new ProjectConfig(null, List.of());

    public ProjectConfig {
        settings = List.copyOf(settings);
    }

    /** Adds the settings to a request, except the API client, which must be looked up first. */
    public void addTo(ConnectRequest.Builder request) {
        settings.forEach(setting -> setting.accept(request));
    }
}
