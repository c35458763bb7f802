package io.github.aikidoconnect;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The share of an organization that Aikido monitors. Empty and disabled repositories do not count. Excluded repositories
 * count, because they are not monitored either.
 *
 * @param projects the number of projects that the token can see
 * @param connectedProjects the number of projects that have repositories that count, all of them monitored
 * @param repositories the number of repositories that count, in all projects that could be read
 * @param monitoredRepositories the number of these repositories that Aikido monitors
 * @param percent the monitored share in percent, rounded down to one decimal; 0 if there is no repository
 */
public record Coverage(int projects, int connectedProjects, int repositories, int monitoredRepositories, double percent)
        implements GoalResult {

    /** Computes the coverage of projects. */
    public static Coverage of(List<ProjectReport> projects) {
        int connected = (int) projects.stream()
                .filter(project -> project.state() == ProjectState.CONNECTED)
                .count();
        int repositories = 0;
        int monitored = 0;
        for (ProjectReport project : projects) {
            repositories += counted(project.repositories());
            monitored += monitored(project.repositories());
        }
        return new Coverage(projects.size(), connected, repositories, monitored, percent(monitored, repositories));
    }

    /** Rounded down: 99.96 % is not 100 %. */
    private static double percent(int monitored, int repositories) {
        return repositories == 0 ? 0 : Math.floorDiv(monitored * 1000L, (long) repositories) / 10.0;
    }

    /** Returns the coverage without the given number of monitored repositories. */
    public Coverage without(int late) {
        int left = monitoredRepositories - late;
        return new Coverage(projects, connectedProjects, repositories, left, percent(left, repositories));
    }

    /**
     * Returns whether at least the given share, in percent, is monitored. The exact share is compared, not the rounded
     * one.
     */
    public boolean reaches(double least) {
        return BigDecimal.valueOf(monitoredRepositories * 100L)
                        .compareTo(BigDecimal.valueOf(least).multiply(BigDecimal.valueOf(repositories)))
                >= 0;
    }

    /** Returns the number of projects without a repository that counts. They are neither connected nor unconnected. */
    public static int emptyProjects(List<ProjectReport> projects) {
        return (int) projects.stream()
                .filter(project -> project.state() == ProjectState.EMPTY)
                .count();
    }

    /** Returns the number of a project's repositories that count. */
    public static int counted(List<RepositoryReport> repositories) {
        return distinct(repositories.stream().filter(Coverage::counts));
    }

    /** Returns the number of a project's repositories that count and are monitored. */
    public static int monitored(List<RepositoryReport> repositories) {
        return distinct(repositories.stream().filter(repository -> counts(repository) && repository.monitored()));
    }

    /** Counts each repository once: one with several entries in Aikido can have several rows. */
    private static int distinct(Stream<RepositoryReport> repositories) {
        return (int) repositories
                .map(repository -> List.of(repository.kind(), String.valueOf(repository.id()), repository.name()))
                .distinct()
                .count();
    }

    /** Returns whether a repository counts. */
    public static boolean counts(RepositoryReport repository) {
        return repository.state() == RepositoryState.ACTIVE;
    }
}
