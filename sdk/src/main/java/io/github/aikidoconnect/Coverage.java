package io.github.aikidoconnect;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of an organization Aikido monitors. What counts is every repository with something in it that Aikido could
 * read: neither an empty nor a disabled one, but one that an exclude leaves out, since nobody watches it either.
 *
 * @param projects the projects of the organization that the token sees
 * @param connectedProjects those of which every repository that counts is monitored, if there is any
 * @param repositories the repositories of those projects that could be read
 * @param monitoredRepositories those of them that Aikido monitors
 * @param percent the share of these, in percent, rounded down to one decimal; 0 where there is no repository
 */
public record Coverage(int projects, int connectedProjects, int repositories, int monitoredRepositories, double percent)
        implements GoalResult {

    /** Counts over projects. */
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

    /** Rounded down: 99.96 % is not all. */
    private static double percent(int monitored, int repositories) {
        return repositories == 0 ? 0 : Math.floorDiv(monitored * 1000L, (long) repositories) / 10.0;
    }

    /** Returns the same where so many of the monitored repositories do not count as such. */
    public Coverage without(int late) {
        int left = monitoredRepositories - late;
        return new Coverage(projects, connectedProjects, repositories, left, percent(left, repositories));
    }

    /** Returns whether at least this share, in percent, is monitored. It is compared exactly, not rounded. */
    public boolean reaches(double least) {
        return BigDecimal.valueOf(monitoredRepositories * 100L)
                        .compareTo(BigDecimal.valueOf(least).multiply(BigDecimal.valueOf(repositories)))
                >= 0;
    }

    /** Returns how many projects have no repository that counts, and so are neither connected nor unconnected. */
    public static int emptyProjects(List<ProjectReport> projects) {
        return (int) projects.stream()
                .filter(project -> project.state() == ProjectState.EMPTY)
                .count();
    }

    /** Returns how many of a project's repositories count. */
    public static int counted(List<RepositoryReport> repositories) {
        return distinct(repositories.stream().filter(Coverage::counts));
    }

    /** Returns how many of those that count are monitored. */
    public static int monitored(List<RepositoryReport> repositories) {
        return distinct(repositories.stream().filter(repository -> counts(repository) && repository.monitored()));
    }

    /** One that has several entries in Aikido may have a row for each. */
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
