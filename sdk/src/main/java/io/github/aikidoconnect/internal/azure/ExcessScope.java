package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.azure.AzureUrls.Host;
import java.util.List;

/**
 * The scopes that Aikido does not need and that a read call can detect. A token with all of them has full access. No
 * read call shows whether code may be written.
 */
public enum ExcessScope {
    GRAPH("Graph: Read", Host.PROFILES, "_apis/graph/groups"),
    WORK_ITEMS("Work Items: Read", Host.CORE, "_apis/process/processes"),
    AGENT_POOLS("Agent Pools: Read", Host.CORE, "_apis/distributedtask/agentclouds"),
    SECURITY("Security: Manage", Host.CORE, "_apis/permissionsreport");

    private final String title;
    private final Host host;
    private final String path;

    ExcessScope(String title, Host host, String path) {
        this.title = title;
        this.host = host;
        this.path = path;
    }

    /** Returns the name on the page where users select the scope. */
    public String title() {
        return title;
    }

    Host host() {
        return host;
    }

    /** Returns the path below the organization, segment by segment. */
    List<String> path() {
        return List.of(path.split("/", -1));
    }
}
