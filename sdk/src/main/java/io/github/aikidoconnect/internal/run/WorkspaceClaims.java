package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ProjectReport;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The workspaces that the projects of a run use. Without these claims, two projects that are read at the same time could
 * both see that a workspace monitors nothing yet, and both accept it.
 */
final class WorkspaceClaims {

    private final Map<String, ProjectReport.AzureProject> owners = new HashMap<>();

    /**
     * Claims a workspace for a project.
     *
     * @param url the address of the workspace: another region may have a workspace with the same id
     * @return the project that claimed the workspace before, for use in a sentence; empty if there is none
     */
    synchronized Optional<String> claim(URI url, long workspace, ProjectReport.AzureProject project) {
        return Optional.ofNullable(owners.putIfAbsent(url + " " + workspace, project))
                .map(owner -> words(owner, project));
    }

    private static String words(ProjectReport.AzureProject owner, ProjectReport.AzureProject other) {
        String name = owner.project() == null ? "" : owner.project().name();
        String organization = owner.organizationName();
        return "the project \"" + name + "\""
                + (organization.equals(other.organizationName())
                        ? ""
                        : " of the organization \"" + organization + "\"");
    }
}
