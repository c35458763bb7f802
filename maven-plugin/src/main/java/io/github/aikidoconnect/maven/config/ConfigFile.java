package io.github.aikidoconnect.maven.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code aikido-connect.yml} says. It names credentials and holds none.
 *
 * @param name the file's name, for messages
 * @param organization the organization's name or URL, null where the file does not say it
 * @param defaults what is meant for all projects
 * @param projects what is meant for some, in the order of the file
 */
public record ConfigFile(String name, @Nullable String organization, ProjectConfig defaults, List<Entry> projects) {

    public ConfigFile {
        projects = List.copyOf(projects);
    }

    /**
     * One or more projects.
     *
     * @param project the name or id of one, or a glob on names
     * @param config what is meant for them
     */
    public record Entry(String project, ProjectConfig config) {}
}
