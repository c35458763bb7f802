package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureDiscovery;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.OrganizationRepositories;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** The first step of a run: reads Azure DevOps and Aikido at the same time. */
final class Discovery {

    private final RunContext context;
    private final AzureDevOps azure;
    private final Optional<Aikido> aikido;
    private final Future<AzureFindings> project;
    private final Optional<Future<AikidoFindings>> workspace;
    private final Optional<Future<List<AzureProject>>> projects;

    /** Starts all reads. */
    Discovery(RunContext context, SharedLookups lookups, Tasks tasks) {
        this.context = context;
        boolean lists = context.goal() == Goal.LIST;
        context.progress().on(new Progress.Step(lists ? "Reading Azure DevOps" : "Reading Azure DevOps and Aikido"));
        azure = context.clients().azure();
        boolean asks = !lists && context.request().problems().isEmpty();
        aikido = asks ? context.clients().aikido() : Optional.empty();
        project = tasks.start(() -> new AzureDiscovery(azure, tasks)
                .discover(
                        lookups.organization(),
                        // What is gone is judged by the project's own answer.
                        context.prunes() ? OrganizationRepositories.NONE : lookups.repositories(),
                        context.request().project(),
                        context.goal() == Goal.CHECK));
        workspace = aikido.map(client -> lookups.workspace(context.validated().clientKey(), client));
        boolean listsProjects = lists && context.request().project().isEmpty();
        projects = listsProjects ? Optional.of(tasks.start(azure::projects)) : Optional.empty();
    }

    /** Returns the client of Azure DevOps, for further reads. */
    AzureDevOps azure() {
        return azure;
    }

    /** Returns the client of the workspace, empty if there is no API client for it. */
    Optional<Aikido> aikido() {
        return aikido;
    }

    /** Waits for the answers of Azure DevOps about the project. */
    ProjectFindings project() throws InterruptedException {
        return ProjectFindings.of(context, Tasks.join(project));
    }

    /** Waits for the answers of Aikido about the workspace. */
    AikidoFindings workspace() throws InterruptedException {
        return Tasks.join(workspace.orElseThrow());
    }

    /** Waits for the list of projects, empty if the run does not list them. */
    Optional<List<AzureProject>> projects() throws InterruptedException {
        return projects.isEmpty() ? Optional.empty() : Optional.of(Tasks.join(projects.get()));
    }
}
