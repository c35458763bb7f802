package io.github.aikidoconnect;

import io.github.aikidoconnect.aikido.Aikido;
import io.github.aikidoconnect.aikido.AikidoDiscovery;
import io.github.aikidoconnect.aikido.AikidoFindings;
import io.github.aikidoconnect.azure.AzureDiscovery;
import io.github.aikidoconnect.azure.OrganizationFindings;
import io.github.aikidoconnect.azure.PersonRecords;
import io.github.aikidoconnect.http.AtMost;
import io.github.aikidoconnect.http.Gate;
import io.github.aikidoconnect.http.Tasks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** What a run is made from, as far as it can be the same for several projects: that is asked for once. */
final class Sources {

    /** A project that is being read has some calls and threads under way, and the services take so many at a time. */
    private static final int READ_AT_ONCE = 24;

    private final Tasks tasks;
    private final Future<OrganizationFindings> organization;
    private final Optional<Future<PersonRecords>> records;
    private final Gate turns;
    private final Map<String, Future<AikidoFindings>> workspaces = new HashMap<>();

    private Sources(Goal goal, Services services, Tasks tasks, Gate turns) {
        this.tasks = tasks;
        this.turns = turns;
        this.organization = tasks.start(() -> new AzureDiscovery(services.azure(), tasks).organization());
        this.records = goal == Goal.LIST
                ? Optional.empty()
                : services.personalTokens().map(tokens -> tasks.start(() -> PersonRecords.read(tokens, tasks)));
    }

    /** Begins to ask for one project. */
    static Sources ofOne(Goal goal, Services services, Tasks tasks) {
        return new Sources(goal, services, tasks, Gate.OPEN);
    }

    /** Begins to ask for the projects of an organization. */
    static Sources ofMany(Goal goal, Services services, Tasks tasks) {
        return new Sources(goal, services, tasks, new AtMost(READ_AT_ONCE));
    }

    Future<OrganizationFindings> organization() {
        return organization;
    }

    /** The records of the tokens of the person who runs this, empty where nobody may see them. */
    Optional<Future<PersonRecords>> records() {
        return records;
    }

    /** Lets projects be read in turn. */
    Gate turns() {
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
