package io.github.aikidoconnect;

/** What is asked for a project of an organization, besides what is asked for all. */
@FunctionalInterface
public interface ProjectSettings {

    /** Nothing besides. */
    ProjectSettings NONE = (request, project) -> {};

    /**
     * Adds it, the API client of the project's workspace for instance.
     *
     * @param request holds what is asked for all, and what earlier settings of an {@link OrganizationRequest} that mean
     *     the same project have added. What cannot be found out is noted with {@link ConnectRequest.Builder#problem}
     *     What this throws is a problem of the project alone
     * @param project the project as Azure DevOps lists it, so that one setting for many can tell them apart
     */
    void addTo(ConnectRequest.Builder request, ProjectReport.Project project);
}
