package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workspace of Aikido. A null field is left out of the answer.
 *
 * @param id its number
 * @param name its name
 * @param linkedProvider such as {@code azure_devops}
 * @param linkedProviderOrgName the organization
 * @param gitBaseUrl such as {@code https://dev.azure.com}
 * @param clients the API clients that belong to it
 * @param configurationErrors its configuration errors
 * @param repositories the repositories that it lists from the start
 * @param imports the result of an import
 * @param handover how a new token for code scanning is answered
 * @param activations what an acknowledged activation or deactivation does
 * @param callsPerWindow the number of calls of all its clients in a rolling window; 0 means 20
 * @param windowMillis the length of the window in milliseconds; 0 means a minute
 * @param pageCap the largest number of repositories on a page, for any request; 0 means no limit
 * @param teams its teams
 * @param issues the open issue groups of its repositories
 * @param settings what an acknowledged change of a setting does, and whether defaults for pull requests are available
 * @param explicitNulls write absent fields of repositories as {@code null} instead of leaving them out
 */
@RecordBuilder
public record Workspace(
        long id,
        String name,
        @Nullable String linkedProvider,
        @Nullable String linkedProviderOrgName,
        @Nullable String gitBaseUrl,
        List<ApiClient> clients,
        List<ConfigurationError> configurationErrors,
        List<CodeRepository> repositories,
        Imports imports,
        Handover handover,
        Activations activations,
        int callsPerWindow,
        int windowMillis,
        int pageCap,
        List<Team> teams,
        List<Issues> issues,
        Settings settings,
        boolean explicitNulls)
        implements WorkspaceBuilder.With {
    public Workspace {
        clients = clients == null ? List.of() : List.copyOf(clients);
        configurationErrors = configurationErrors == null ? List.of() : List.copyOf(configurationErrors);
        repositories = repositories == null ? List.of() : List.copyOf(repositories);
        imports = imports == null ? Imports.atOnce() : imports;
        handover = handover == null ? Handover.ONE : handover;
        activations = activations == null ? Activations.EFFECTIVE : activations;
        callsPerWindow = callsPerWindow == 0 ? 20 : callsPerWindow;
        teams = teams == null ? List.of() : List.copyOf(teams);
        issues = issues == null ? List.of() : List.copyOf(issues);
        settings = settings == null ? Settings.EFFECTIVE : settings;
        windowMillis = windowMillis == 0 ? 60_000 : windowMillis;
    }

    /** The effect of an acknowledged activation or deactivation. */
    public enum Activations {
        /** It changes the state. */
        @JsonProperty("effective")
        EFFECTIVE,
        /** It has no effect: the list shows the repository as before. */
        @JsonProperty("ineffective")
        INEFFECTIVE
    }

    /** The effect of an acknowledged change of a setting. */
    public enum Settings {
        /** It changes the state. */
        @JsonProperty("effective")
        EFFECTIVE,
        /** It has no effect: the list shows the value as before. */
        @JsonProperty("ineffective")
        INEFFECTIVE,
        /** Like {@link #EFFECTIVE}, but saving a default for pull requests is answered with 400. */
        @JsonProperty("noPullRequestChecks")
        NO_PULL_REQUEST_CHECKS
    }

    /** How a new token for code scanning is answered. The published schema and its example differ, so both occur. */
    public enum Handover {
        /** {@code {"success": 1}}. */
        @JsonProperty("one")
        ONE,
        /** {@code {"success": true}}. */
        @JsonProperty("true")
        TRUE,
        /** 400: not available for this workspace. */
        @JsonProperty("unavailable")
        UNAVAILABLE,
        /** Like {@link #ONE}, but the source code cannot be read with the token. */
        @JsonProperty("ineffective")
        INEFFECTIVE
    }
}
