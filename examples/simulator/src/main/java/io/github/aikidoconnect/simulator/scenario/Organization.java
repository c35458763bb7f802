package io.github.aikidoconnect.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * An Azure DevOps organization.
 *
 * @param id its GUID; made from the name when absent
 * @param name its name, compared without regard to case
 * @param status whether it can be used
 * @param projects its projects
 */
@RecordBuilder
public record Organization(String id, String name, Status status, List<Project> projects)
        implements OrganizationBuilder.With {
    public Organization {
        id = id == null ? Ids.of("organization", name) : id;
        status = status == null ? Status.NORMAL : status;
        projects = projects == null ? List.of() : List.copyOf(projects);
    }

    /** Whether an organization can be used. */
    public enum Status {
        @JsonProperty("normal")
        NORMAL,
        /** Every call is answered 503 with TF24668. */
        @JsonProperty("stopped")
        STOPPED
    }
}
