package io.github.aikidoconnect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report for one project.
 *
 * @param azure the project in Azure DevOps
 * @param workspace the Aikido workspace, null if it is not known
 * @param checks the checks, in the order of {@link CheckId}
 * @param repositories every repository that Azure DevOps lists, and those of the project that only Aikido lists
 * @param problems the problems of this project
 * @param summary the numbers of repositories
 * @param calls the numbers of calls
 * @param state the state of the project in Aikido; null for all goals except {@link Goal#COVERAGE}
 * @param findings the findings of Aikido, null if they were not read
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
        @Nullable ProjectState state,
        @Nullable Findings findings) {

    public ProjectReport {
        checks = List.copyOf(checks);
        repositories = List.copyOf(repositories);
        problems = List.copyOf(problems);
        summary = Objects.requireNonNullElse(summary, Summary.NONE);
        calls = Objects.requireNonNullElse(calls, Calls.NONE);
    }

    /** Returns the project's name for users; {@code (no project)} if none was requested or found. */
    public String projectName() {
        return azure.project() == null ? "(no project)" : azure.project().name();
    }

    /**
     * The address of a project.
     *
     * @param url the base URL of Azure DevOps
     * @param organization the organization, or the collection of an Azure DevOps Server; null if it was not set
     * @param project the project, null if none was requested or found
     * @param signIn how the run signed in; null if it did not get that far
     */
    public record AzureProject(
            String url,
            @Nullable String organization,
            @Nullable Project project,
            @Nullable SignInMethod signIn) {

        static final String SERVICE = "https://dev.azure.com";

        /** Creates the address of a project for a run that did not sign in. */
        public AzureProject(String url, @Nullable String organization, @Nullable Project project) {
            this(url, organization, project, null);
        }

        /** Returns the organization's name for users, with its server unless that is the service. */
        public String organizationName() {
            String name = organization == null ? "(no organization)" : organization;
            return url.equals(SERVICE) ? name : name + " at " + url;
        }
    }

    /**
     * A project.
     *
     * @param id its GUID, null if it was not read
     * @param name its name
     */
    public record Project(@Nullable String id, String name) {}

    /**
     * A workspace of Aikido.
     *
     * @param id its id
     * @param name its name
     * @param provider the source code provider that it is linked to, for example {@code azure_devops}
     * @param organization the provider's organization that it is linked to
     */
    public record Workspace(
            long id,
            String name,
            @Nullable String provider,
            @Nullable String organization) {}

    /**
     * The numbers of repositories.
     *
     * @param found listed by Azure DevOps
     * @param selected selected by the includes and excludes
     * @param alreadyMonitored selected, and monitored before this run
     * @param activated activated by this run, or to be activated if it changes nothing
     * @param deactivated deactivated by this run, or to be deactivated if it changes nothing
     * @param skipped left out
     * @param failed not done because of a failure
     */
    public record Summary(
            int found, int selected, int alreadyMonitored, int activated, int deactivated, int skipped, int failed) {

        /** No repositories. */
        public static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0);

        /** Returns the sum, for a report over several projects. */
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
     * The numbers of calls, including repeated calls.
     *
     * @param azure to Azure DevOps
     * @param aikido to Aikido's API, without requests for an access token, which do not count against its limit
     */
    public record Calls(int azure, int aikido) {

        /** No call. */
        public static final Calls NONE = new Calls(0, 0);

        /** Returns the sum, for a report over several projects. */
        public Calls plus(Calls other) {
            return new Calls(azure + other.azure, aikido + other.aikido);
        }
    }
}
