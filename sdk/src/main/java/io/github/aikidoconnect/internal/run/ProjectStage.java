package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.internal.apply.ApplyLog;
import io.github.aikidoconnect.internal.azure.AzureProject;
import java.util.List;

/** The stage that a run has reached with its project. It decides what the report can state about the repositories. */
sealed interface ProjectStage {

    /** Returns what is planned or done for each repository; nothing before a comparison. */
    default List<ApplyLog.Entry> entries() {
        return List.of();
    }

    /** Azure DevOps was read at most: the project was not compared with a workspace. */
    record NotCompared() implements ProjectStage {}

    /**
     * The projects of the organization were listed.
     *
     * @param projects the projects
     */
    record ProjectsListed(List<AzureProject> projects) implements ProjectStage {}

    /** The repositories are known, and no workspace is named for the project. */
    record NoWorkspace() implements ProjectStage {}

    /**
     * The project was compared with its workspace.
     *
     * @param entries what is planned for each repository
     * @param complete whether the list of repositories is known to be complete
     */
    record Planned(List<ApplyLog.Entry> entries, boolean complete) implements ProjectStage {}

    /**
     * The plan was carried out, to its end or in part.
     *
     * @param entries the plan and the result for each repository
     */
    record Applied(List<ApplyLog.Entry> entries) implements ProjectStage {}
}
