package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.location.ProjectPatterns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * The repositories of an organization from two calls, one for Git and one for TFVC, instead of two or three calls for
 * each project. If one of the two fails, the projects are asked for what it would have told.
 */
public final class OrganizationRepositories {

    /** Nothing was read, so that each project is asked. */
    public static final OrganizationRepositories NONE =
            new OrganizationRepositories(List.of(), Attempt.success(Map.of()), Attempt.success(Set.of()));

    private final List<AzureProject> projects;
    private final Attempt<Map<String, List<AzureRepository>>> git;
    private final Attempt<Set<String>> tfvcRoots;

    /**
     * The facts about a project that need no call of its own.
     *
     * @param project the project, with whether it has TFVC; empty if it has to be asked
     * @param git its Git repositories; empty if it has to be asked
     */
    record KnownProject(Optional<AzureProject> project, Optional<List<AzureRepository>> git) {}

    private OrganizationRepositories(
            List<AzureProject> projects,
            Attempt<Map<String, List<AzureRepository>>> git,
            Attempt<Set<String>> tfvcRoots) {
        this.projects = projects;
        this.git = git;
        this.tfvcRoots = tfvcRoots;
    }

    /**
     * Reads both lists. A failed call is not thrown.
     *
     * @param projects the projects that the organization lists
     */
    public static OrganizationRepositories read(AzureDevOps azure, List<AzureProject> projects, Tasks tasks)
            throws InterruptedException {
        Future<Map<String, List<AzureRepository>>> git = tasks.start(azure::gitRepositories);
        Future<Set<String>> tfvc = tasks.start(azure::tfvcRoots);
        return new OrganizationRepositories(projects, Attempt.of(git), Attempt.of(tfvc));
    }

    /** Returns the failures of the two calls. */
    public List<AzureException> failures() {
        return List.of(git, tfvcRoots).stream()
                .flatMap(attempt -> attempt.failure().stream())
                .toList();
    }

    /**
     * Returns what is known about a project. A project without a Git repository in the list is asked itself: only its own
     * answer tells an empty project from one that the token may not read.
     */
    KnownProject of(String nameOrId) {
        Optional<AzureProject> listed = projects.stream()
                .filter(project -> ProjectPatterns.isNamed(nameOrId, project.name(), project.id()))
                .findFirst();
        Optional<List<AzureRepository>> repositories = listed.flatMap(project ->
                git.value().map(lists -> lists.get(project.id().toLowerCase(Locale.ROOT))));
        return new KnownProject(
                repositories.isPresent() ? listed.flatMap(this::withTfvc) : Optional.empty(), repositories);
    }

    private Optional<AzureProject> withTfvc(AzureProject project) {
        String root = AzureDevOps.tfvcRoot(project).toLowerCase(Locale.ROOT);
        return tfvcRoots.value().map(roots -> project.withTfvc(roots.contains(root)));
    }
}
