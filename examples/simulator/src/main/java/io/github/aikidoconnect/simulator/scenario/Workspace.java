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
 * @param configurationErrors what Aikido finds wrong with its set-up
 * @param repositories the repositories that it lists from the start
 * @param imports what an import brings, and when
 * @param handover how a new token for code scanning is answered
 * @param activations what an acknowledged activation or deactivation does
 * @param callsPerWindow how many calls all its clients together have in a rolling window; 0 is 20
 * @param windowMillis the length of that window in milliseconds; 0 is a minute
 * @param pageCap the most repositories that a page has, whatever was asked for; 0 is no such limit
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
        windowMillis = windowMillis == 0 ? 60_000 : windowMillis;
    }

    /** What an activation or deactivation does that is answered with success. */
    public enum Activations {
        /** What it says. */
        @JsonProperty("effective")
        EFFECTIVE,
        /** Nothing: the list shows the repository as before. */
        @JsonProperty("ineffective")
        INEFFECTIVE
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
        /** As {@link #ONE}, but the source code cannot be read with it. */
        @JsonProperty("ineffective")
        INEFFECTIVE
    }
}
