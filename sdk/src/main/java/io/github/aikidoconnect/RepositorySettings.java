package io.github.aikidoconnect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Aikido should know about the repositories that a pattern matches. If several entries match a repository, the last
 * one that has a value decides, value by value. What no entry names is never changed.
 *
 * <p>In a label and in the name of a team, {@code {project}}, {@code {organization}} and {@code {repository}} are
 * replaced by these names.
 *
 * @param repositories globs on repository names, in any case; all selected repositories if empty
 * @param sensitivity how sensitive the data is, null to leave it
 * @param connectivity whether the internet reaches the deployment, null to leave it
 * @param labels the labels to add; other labels stay
 * @param team the name of the team to link; other links stay; null for none
 * @param excludePaths the paths to exclude from scans; other excluded paths stay
 * @param devDependencies whether to scan development dependencies, null to leave it. Aikido does not report this value, so
 *     a run writes it only to a repository that it activates
 */
@GeneratedBuilder
public record RepositorySettings(
        List<String> repositories,
        @Nullable Sensitivity sensitivity,
        @Nullable Connectivity connectivity,
        List<String> labels,
        @Nullable String team,
        List<String> excludePaths,
        @Nullable Boolean devDependencies) {

    /** The placeholders in a label and in the name of a team. */
    public static final List<String> PLACEHOLDERS = List.of("{project}", "{organization}", "{repository}");

    public RepositorySettings {
        repositories = List.copyOf(repositories);
        labels = List.copyOf(labels);
        excludePaths = List.copyOf(excludePaths);
    }
}
