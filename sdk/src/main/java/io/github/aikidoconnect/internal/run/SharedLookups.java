package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoDiscovery;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.azure.AzureDiscovery;
import io.github.aikidoconnect.internal.azure.OrganizationFindings;
import io.github.aikidoconnect.internal.azure.pat.PersonRecords;
import io.github.aikidoconnect.internal.limit.ConcurrencyLimit;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** What a run is made from, as far as it can be the same for several projects: that is asked for once. */
final class SharedLookups {

    /** A project that is being read has some calls and threads under way, and the services take so many at a time. */
    private static final int READ_AT_ONCE = 32;

    private final Tasks tasks;
    private final Future<OrganizationFindings> organization;
    private final Optional<Future<PersonRecords>> records;
    private final Limiter turns;
    private final int writesAtATime;
    private final Map<String, Future<AikidoFindings>> workspaces = new HashMap<>();
    private final Map<String, String> claims = new HashMap<>();
    private final Optional<PatternUse> patterns;
    private volatile Optional<List<String>> projects = Optional.empty();

    private SharedLookups(
            Goal goal,
            ServiceClients services,
            Tasks tasks,
            Limiter turns,
            int writesAtATime,
            Optional<PatternUse> patterns) {
        this.patterns = patterns;
        this.tasks = tasks;
        this.turns = turns;
        this.writesAtATime = writesAtATime;
        this.organization = tasks.start(() -> new AzureDiscovery(services.azure(), tasks).organization());
        this.records = goal == Goal.LIST
                ? Optional.empty()
                : services.personalTokens().map(tokens -> tasks.start(() -> PersonRecords.read(tokens, tasks)));
    }

    /** Begins to ask for one project. */
    static SharedLookups ofOne(Goal goal, ServiceClients services, Tasks tasks) {
        return new SharedLookups(goal, services, tasks, Limiter.OPEN, 4, Optional.empty());
    }

    /** Begins to ask for the projects of an organization. */
    static SharedLookups ofMany(Goal goal, ServiceClients services, Tasks tasks) {
        return new SharedLookups(
                goal, services, tasks, new ConcurrencyLimit(READ_AT_ONCE), 2, Optional.of(new PatternUse()));
    }

    Future<OrganizationFindings> organization() {
        return organization;
    }

    /** The records of the tokens of the person who runs this, empty where nobody may see them. */
    Optional<Future<PersonRecords>> records() {
        return records;
    }

    /** Notes the names of all projects, so that nobody has to ask for them again. */
    void projects(List<String> names) {
        projects = Optional.of(names);
    }

    /** The names of all projects, empty where nobody has asked for them. */
    Optional<List<String>> projects() {
        return projects;
    }

    /**
     * Claims a workspace for a project. Projects that are read at the same time would each see one that monitors nothing
     * yet, and take it for their own.
     *
     * @param url where it is hosted: another region may have one of the same id
     * @return the project that has claimed it before
     */
    synchronized Optional<String> claim(URI url, long workspace, String project) {
        return Optional.ofNullable(claims.putIfAbsent(url + " " + workspace, project));
    }

    /** The includes and excludes of all projects, empty where there is one project alone. */
    Optional<PatternUse> patterns() {
        return patterns;
    }

    /** How many writes a project may have under way: each is a thread that waits for the limit, for most of the time. */
    int writesAtATime() {
        return writesAtATime;
    }

    /** Lets projects be read in turn. */
    Limiter turns() {
        return turns;
    }

    /**
     * Returns what is found out about a workspace.
     *
     * @param client what tells it from others
     */
    synchronized Future<AikidoFindings> workspace(String client, Aikido aikido) {
        return workspaces.computeIfAbsent(
                client, first -> tasks.start(() -> new AikidoDiscovery(aikido, tasks).discover()));
    }
}
