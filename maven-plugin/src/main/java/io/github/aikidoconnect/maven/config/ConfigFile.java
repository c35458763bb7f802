package io.github.aikidoconnect.maven.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code aikido-connect.yml}. It names credentials but contains none.
 *
 * @param name the file's name, for messages
 * @param organization the organization's name or URL, null if the file does not contain it
 * @param defaults the settings of all projects
 * @param projects the settings of single projects, in the order of the file
 */
public record ConfigFile(String name, @Nullable String organization, ProjectConfig defaults, List<Entry> projects) {

    public ConfigFile {
        projects = List.copyOf(projects);
    }

    /**
     * An entry for one or more projects.
     *
     * @param project the name or id of a project, or a glob on names
     * @param config the settings of these projects
     */
    public record Entry(String project, ProjectConfig config) {}
}
