package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoDiscovery;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.azure.AzureDiscovery;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.OrganizationFindings;
import io.github.aikidoconnect.internal.azure.OrganizationRepositories;
import io.github.aikidoconnect.internal.azure.pat.PersonRecords;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** The lookups that several projects of a run have in common. Each is done once. */
final class SharedLookups {

    /** The number of projects that are read at the same time: each has several calls and threads under way. */
    private static final int READ_AT_ONCE = 32;

    private final Tasks tasks;
    private final Future<OrganizationFindings> organization;
    private final Optional<Future<PersonRecords>> records;
    private final Limiter turns;
    private final int writesAtATime;
    private final Map<String, Future<AikidoFindings>> workspaces = new HashMap<>();
    private final WorkspaceClaims claims;
    private final Optional<PatternUse> patterns;
    private volatile Optional<List<String>> projects = Optional.empty();
    private volatile Optional<Future<OrganizationRepositories>> repositories = Optional.empty();

    private SharedLookups(RunContext context, Tasks tasks, Limiter turns, Optional<WorkspaceClaims> shared) {
        boolean many = shared.isPresent();
        this.claims = shared.orElseGet(WorkspaceClaims::new);
        this.patterns = many ? Optional.of(new PatternUse()) : Optional.empty();
        this.tasks = tasks;
        this.turns = turns;
        this.writesAtATime = many ? 2 : 4;
        this.organization =
                tasks.start(() -> new AzureDiscovery(context.clients().azure(), tasks).organization());
        this.records = context.goal() == Goal.LIST
                ? Optional.empty()
                : context.clients()
                        .personalTokens()
                        .map(tokens -> tasks.start(() -> PersonRecords.read(tokens, tasks)));
    }

    /** Starts the lookups of a run for one project. */
    static SharedLookups ofOne(RunContext context, Tasks tasks) {
        return new SharedLookups(context, tasks, Limiter.OPEN, Optional.empty());
    }

    /**
     * Starts the lookups of a run for the projects of an organization.
     *
     * @param claims the workspaces that the projects of all organizations of the run use
     */
    static SharedLookups ofMany(RunContext context, Tasks tasks, WorkspaceClaims claims) {
        return new SharedLookups(context, tasks, Limiter.atATime(READ_AT_ONCE), Optional.of(claims));
    }

    Future<OrganizationFindings> organization() {
        return organization;
    }

    /** Returns the records of the caller's tokens, empty if the request has no access token for them. */
    Optional<Future<PersonRecords>> records() {
        return records;
    }

    /** Notes the names of all projects, so that they need not be read again. */
    void projects(List<String> names) {
        projects = Optional.of(names);
    }

    /** Returns the names of all projects, empty if they were not read. */
    Optional<List<String>> projects() {
        return projects;
    }

    /** Starts to read the repositories of all projects in two calls. */
    void readRepositories(RunContext context, List<AzureProject> listed) {
        repositories = Optional.of(tasks.start(() -> {
            OrganizationRepositories read =
                    OrganizationRepositories.read(context.clients().azure(), listed, tasks);
            read.failures()
                    .forEach(failure -> context.clients()
                            .note("A list of the whole organization could not be read, so each project was asked: "
                                    + failure.getMessage()));
            return read;
        }));
    }

    /** Waits for the repositories of all projects, if they are read together. */
    OrganizationRepositories repositories() throws InterruptedException {
        return repositories.isEmpty() ? OrganizationRepositories.NONE : Tasks.join(repositories.get());
    }

    /** Claims a workspace for a project, and returns the project that claimed it before, for use in a sentence. */
    Optional<String> claim(URI url, long workspace, ProjectReport.AzureProject project) {
        return claims.claim(url, workspace, project);
    }

    /** Returns the use of includes and excludes by all projects, empty for a run for one project. */
    Optional<PatternUse> patterns() {
        return patterns;
    }

    /** Returns the number of writes that a project may have under way: each is a thread that mostly waits for the rate limit. */
    int writesAtATime() {
        return writesAtATime;
    }

    /** Returns the limiter with which the projects are read in turn. */
    Limiter turns() {
        return turns;
    }

    /**
     * Returns the findings about a workspace.
     *
     * @param client the key that identifies the workspace
     */
    synchronized Future<AikidoFindings> workspace(String client, Aikido aikido) {
        return workspaces.computeIfAbsent(
                client, first -> tasks.start(() -> new AikidoDiscovery(aikido, tasks).discover()));
    }
}
