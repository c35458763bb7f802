package io.github.aikidoconnect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one project and done with it.
 *
 * @param azure where it is
 * @param workspace the Aikido workspace, null where it is not known
 * @param checks the verdicts, in the order of {@link CheckId}
 * @param repositories every repository that Azure DevOps lists, and those of the project that only Aikido lists
 * @param problems what went wrong with this project
 * @param summary how many of what
 * @param calls how many calls it took
 * @param state how it stands with Aikido; null for all goals but {@link Goal#COVERAGE}
 */
@GeneratedBuilder
public record ProjectReport(
        AzureProject azure,
        @Nullable Workspace workspace,
        List<Check> checks,
        List<RepositoryReport> repositories,
        List<Problem> problems,
        Summary summary,
        Calls calls,
        @Nullable ProjectState state) {

    public ProjectReport {
        checks = List.copyOf(checks);
        repositories = List.copyOf(repositories);
        problems = List.copyOf(problems);
        summary = Objects.requireNonNullElse(summary, Summary.NONE);
        calls = Objects.requireNonNullElse(calls, Calls.NONE);
    }

    /** Returns what the project is called, for people: {@code (no project)} where none was asked for or found. */
    public String projectName() {
        return azure.project() == null ? "(no project)" : azure.project().name();
    }

    /**
     * A project's place.
     *
     * @param url the base of Azure DevOps
     * @param organization the organization, or the collection of an Azure DevOps Server; null where it was not given
     * @param project the project, null where none was asked for or found
     */
    public record AzureProject(
            String url,
            @Nullable String organization,
            @Nullable Project project) {}

    /**
     * A project.
     *
     * @param id its GUID, null as long as Azure DevOps has not told it
     * @param name its name
     */
    public record Project(@Nullable String id, String name) {}

    /**
     * A workspace of Aikido.
     *
     * @param id its id
     * @param name its name
     * @param provider the source code provider that it is linked to, {@code azure_devops} for instance
     * @param organization the provider's organization that it is linked to
     */
    public record Workspace(
            long id,
            String name,
            @Nullable String provider,
            @Nullable String organization) {}

    /**
     * How many repositories.
     *
     * @param found listed by Azure DevOps
     * @param selected chosen by includes and excludes
     * @param alreadyMonitored selected, and monitored before this run
     * @param activated activated by this run, or to be activated where it changes nothing
     * @param deactivated deactivated by this run, or to be deactivated where it changes nothing
     * @param skipped left out
     * @param failed not done although it should have been
     */
    public record Summary(
            int found, int selected, int alreadyMonitored, int activated, int deactivated, int skipped, int failed) {

        /** Nothing found. */
        public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0);

        /** Adds up, for a report over several projects. */
        public Summary plus(Summary other) {
            return new Summary(
                    found + other.found,
                    selected + other.selected,
                    alreadyMonitored + other.alreadyMonitored,
                    activated + other.activated,
                    deactivated + other.deactivated,
                    skipped + other.skipped,
                    failed + other.failed);
        }
    }

    /**
     * How many calls were sent, repeated ones included.
     *
     * @param azure to Azure DevOps
     * @param aikido to Aikido's API, those for an access token not counted: they do not count against its limit
     */
    public record Calls(int azure, int aikido) {

        /** No call. */
        public static final Calls NONE = new Calls(0, 0);

        /** Adds up, for a report over several projects. */
        public Calls plus(Calls other) {
            return new Calls(azure + other.azure, aikido + other.aikido);
        }
    }
}
