package io.github.aikidoconnect;

/** The settings of a project, in addition to those that all projects of an organization share. */
@FunctionalInterface
public interface ProjectSettings {

    /** No additional settings. */
    ProjectSettings NONE = (request, project) -> {};

    /**
     * Adds the settings, for example the API client of the project's workspace. An exception is a problem of this
     * project only.
     *
     * @param request the request with the shared settings and those of earlier matching entries. A value that cannot be
     *     determined is reported with {@link ConnectRequest.Builder#problem}
     * @param project the project as Azure DevOps lists it, so that an entry for many projects can distinguish them
     */
    void addTo(ConnectRequest.Builder request, ProjectReport.Project project);
}
