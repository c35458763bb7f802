package io.github.aikidoconnect.internal.azure;

import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.azure.OrganizationRepositories.KnownProject;
import io.github.aikidoconnect.internal.limit.Tasks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Reads the facts about an organization, a token and a project in as few round trips as the dependencies of the calls
 * allow: one for the calls that are known in advance, and one for the calls that need the project.
 */
public final class AzureDiscovery {

    private static final Set<TokenScope> PROBED = EnumSet.complementOf(EnumSet.of(TokenScope.CODE));

    private final AzureDevOps azure;
    private final Tasks tasks;

    public AzureDiscovery(AzureDevOps azure, Tasks tasks) {
        this.azure = azure;
        this.tasks = tasks;
    }

    /**
     * Sends all calls. Failed calls are part of the findings and are not thrown.
     *
     * @param projectNameOrId the project, empty for the organization as a whole
     * @param counts whether to count, without a project, what the token can see
     */
    public AzureFindings discover(Optional<String> projectNameOrId, boolean counts) throws InterruptedException {
        return discover(tasks.start(this::organization), OrganizationRepositories.NONE, projectNameOrId, counts);
    }

    /** Reads the facts that the organization's projects share. */
    public OrganizationFindings organization() throws InterruptedException {
        Future<Boolean> organization = tasks.start(azure::organizationExists);
        Future<TokenOwner> owner = tasks.start(azure::owner);
        Map<TokenScope, Future<Boolean>> probes = new EnumMap<>(TokenScope.class);
        for (TokenScope scope : PROBED) {
            probes.put(scope, tasks.start(opens(() -> azure.probe(scope))));
        }
        Map<ExcessScope, Future<Boolean>> excess = new EnumMap<>(ExcessScope.class);
        for (ExcessScope scope : ExcessScope.values()) {
            excess.put(scope, tasks.start(opens(() -> azure.probe(scope))));
        }
        return new OrganizationFindings(
                Attempt.of(organization),
                Attempt.of(owner),
                attempts(probes, TokenScope.class),
                attempts(excess, ExcessScope.class));
    }

    private static <K extends Enum<K>> Map<K, Attempt<Boolean>> attempts(Map<K, Future<Boolean>> started, Class<K> type)
            throws InterruptedException {
        Map<K, Attempt<Boolean>> attempts = new EnumMap<>(type);
        for (Map.Entry<K, Future<Boolean>> probe : started.entrySet()) {
            attempts.put(probe.getKey(), Attempt.of(probe.getValue()));
        }
        return attempts;
    }

    /**
     * Reads the facts about the project, while another thread reads those that the organization's projects share.
     *
     * @param organization the shared facts
     * @param lists the repositories of the organization, as far as they were read
     * @param projectNameOrId the project, empty for the organization as a whole
     * @param counts whether to count, without a project, what the token can see
     */
    public AzureFindings discover(
            Future<OrganizationFindings> organization,
            OrganizationRepositories lists,
            Optional<String> projectNameOrId,
            boolean counts)
            throws InterruptedException {
        KnownProject known = lists.of(projectNameOrId.orElse(""));
        Optional<Future<AzureProject>> project =
                projectNameOrId.map(name -> known(known.project(), () -> azure.project(name)));
        Future<List<AzureRepository>> git = known(
                known.git(),
                () -> projectNameOrId.isPresent() ? azure.gitRepositories(projectNameOrId.get()) : List.of());
        Optional<Future<AzureOverview>> overview = projectNameOrId.isPresent()
                ? Optional.empty()
                : Optional.of(tasks.start(() -> overview(counts ? azure.projects() : azure.anyProject())));

        Attempt<List<AzureRepository>> repositories = Attempt.of(git);
        Optional<Attempt<AzureOverview>> seen =
                overview.isPresent() ? Optional.of(Attempt.of(overview.get())) : Optional.empty();
        Optional<Attempt<AzureProject>> found =
                project.isPresent() ? Optional.of(Attempt.of(project.get())) : Optional.empty();
        Optional<Attempt<Boolean>> tfvc = known.project().isPresent()
                ? known.project().flatMap(AzureProject::tfvc).filter(has -> has).map(Attempt::success)
                : tfvc(found.flatMap(Attempt::value));
        OrganizationFindings common = Tasks.join(organization);
        return new AzureFindings(
                        common.organization(),
                        common.owner(),
                        common.scopes(),
                        common.excess(),
                        found,
                        found.map(each -> withTfvc(each, repositories, tfvc)),
                        tfvc.flatMap(Attempt::failure),
                        counts ? seen.flatMap(Attempt::value) : Optional.empty())
                .withCode(code(seen.isPresent() ? seen.get() : repositories));
    }

    private <T> Future<T> known(Optional<T> known, Callable<T> call) {
        return known.<Future<T>>map(CompletableFuture::completedFuture).orElseGet(() -> tasks.start(call));
    }

    /** A project that cannot be read does not stop the counting. */
    private AzureOverview overview(List<AzureProject> projects) throws InterruptedException {
        List<Future<List<AzureRepository>>> lists = projects.stream()
                .limit(AzureOverview.MOST)
                .map(project -> tasks.start(() -> azure.gitRepositories(project.id())))
                .toList();
        AzureException failure = new AzureException(
                AzureException.Kind.PROJECT_NOT_FOUND, "the token cannot see any project to check it on");
        int counted = 0;
        int repositories = 0;
        for (Future<List<AzureRepository>> list : lists) {
            Attempt<List<AzureRepository>> attempt = Attempt.of(list);
            failure = attempt.failure().orElse(failure);
            counted += attempt.succeeded() ? 1 : 0;
            repositories += attempt.value().map(List::size).orElse(0);
        }
        if (counted == 0) {
            throw failure;
        }
        return new AzureOverview(projects.size(), counted, repositories);
    }

    /**
     * Listing the repositories of a project shows whether the scope for code is granted. Without a project, the scope
     * remains unknown.
     */
    private static Optional<Attempt<Boolean>> code(Attempt<?> repositories) {
        if (repositories.failedWith(AzureException.Kind.PROJECT_NOT_FOUND)
                || repositories.failedWith(AzureException.Kind.NOT_FOUND)) {
            return Optional.empty();
        }
        return Optional.of(
                repositories.failure().map(Attempt::<Boolean>failure).orElseGet(() -> Attempt.success(true)));
    }

    private Optional<Attempt<Boolean>> tfvc(Optional<AzureProject> project) throws InterruptedException {
        if (project.isEmpty() || !project.get().tfvc().orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(Attempt.of(tasks.start(() -> azure.hasTfvcRoot(project.get()))));
    }

    /**
     * Adds the TFVC repository. If the project reports one, the list contains it even if its own call fails, so that
     * neither it nor the Git repositories are lost.
     */
    private Attempt<List<AzureRepository>> withTfvc(
            Attempt<AzureProject> project, Attempt<List<AzureRepository>> git, Optional<Attempt<Boolean>> tfvc) {
        if (!project.succeeded() || !git.succeeded() || tfvc.isEmpty()) {
            return git;
        }
        AzureProject known = project.value().orElseThrow();
        boolean found = tfvc.get().value().orElse(known.tfvc().orElse(false));
        boolean empty = !found && known.tfvc().orElse(false);
        if (!found && !empty) {
            return git;
        }
        List<AzureRepository> all = new ArrayList<>(git.value().orElseThrow());
        all.add(azure.tfvcRepository(known, empty ? RepositoryState.EMPTY : RepositoryState.ACTIVE));
        return Attempt.success(List.copyOf(all));
    }

    private static Callable<Boolean> opens(Probe probe) {
        return () -> {
            probe.call();
            return true;
        };
    }

    private interface Probe {
        void call() throws InterruptedException;
    }
}
