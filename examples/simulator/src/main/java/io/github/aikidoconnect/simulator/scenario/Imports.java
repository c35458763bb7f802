package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * The result of an import into a workspace, and its time. It is asynchronous: the call returns at once, and the
 * repositories appear in the list later, not monitored.
 *
 * @param delayMillis the time until the first ones appear
 * @param batchSize the number that appears together; 0 means all
 * @param intervalMillis the time between two batches
 * @param never whether nothing ever appears
 * @param projects the projects whose repositories appear; none means all of the linked organization
 * @param without names of repositories that never appear
 * @param tfvc how a project's TFVC repository appears, which is not documented
 */
@RecordBuilder
public record Imports(
        long delayMillis,
        int batchSize,
        long intervalMillis,
        boolean never,
        List<String> projects,
        List<String> without,
        Tfvc tfvc)
        implements ImportsBuilder.With {
    public Imports {
        projects = projects == null ? List.of() : List.copyOf(projects);
        without = without == null ? List.of() : List.copyOf(without);
        tfvc = tfvc == null ? Tfvc.NONE : tfvc;
    }

    static Imports atOnce() {
        return ImportsBuilder.builder().build();
    }

    /** How a TFVC repository appears. */
    public enum Tfvc {
        /** Not at all. */
        @JsonProperty("none")
        NONE,
        /** With the project's GUID as {@code external_repo_id}. */
        @JsonProperty("project-id")
        PROJECT_ID,
        /** With the project's TFVC page as {@code url} only. */
        @JsonProperty("url")
        URL,
        /** With the TFVC root {@code $/project} as {@code name} only. */
        @JsonProperty("name")
        NAME
    }
}
