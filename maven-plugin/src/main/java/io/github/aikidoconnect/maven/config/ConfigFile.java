package io.github.aikidoconnect.maven.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code aikido-connect.yml}. It names credentials but contains none.
 *
 * @param name the file's name, for messages
 * @param connection the organization, its addresses and the sign-in to it
 * @param defaults the settings of all projects
 * @param projects the settings of single projects, in the order of the file
 */
public record ConfigFile(String name, ConnectionConfig connection, ProjectConfig defaults, List<Entry> projects) {

    public ConfigFile {
        projects = List.copyOf(projects);
    }

    /** Returns the organization's name or URL, null if the file does not contain it. */
    public @Nullable String organization() {
        return connection.text(ConnectionConfig.ORGANIZATION);
    }

    /** Returns whether each project has an API client that the file names. */
    public boolean namesAllClients() {
        return defaults.client() != null
                || projects.stream().allMatch(entry -> entry.config().client() != null);
    }

    /**
     * An entry for one or more projects.
     *
     * @param project the name or id of a project, or a glob on names
     * @param config the settings of these projects
     */
    public record Entry(String project, ProjectConfig config) {}
}
