package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.ConnectRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the file says.
 *
 * @param client the name of the API client, null where this part names none
 * @param settings the other settings, each of which changes a request
 */
public record ProjectConfig(@Nullable ClientName client, List<Consumer<ConnectRequest.Builder>> settings) {

    /** Says nothing. */
    public static final ProjectConfig NONE = new ProjectConfig(null, List.of());

    public ProjectConfig {
        settings = List.copyOf(settings);
    }

    /** Changes a request. The API client is not added: it has to be looked up first. */
    public void addTo(ConnectRequest.Builder request) {
        settings.forEach(setting -> setting.accept(request));
    }
}
