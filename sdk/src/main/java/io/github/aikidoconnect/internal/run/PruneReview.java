package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.LookupResult;
import io.github.aikidoconnect.internal.plan.LookupResult.Kind;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.Planner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/** Looks up, before a run prunes, the repositories that Aikido monitors and Azure DevOps does not list. */
final class PruneReview {

    /** Each lookup is a call to Azure DevOps. The next run looks up the remaining repositories. */
    private static final int MOST_LOOKUPS = 100;

    private static final int LOOKUPS_AT_ONCE = 8;

    private final AzureDevOps azure;
    private final AzureProject project;
    private final Planner planner;
    private final AzureProblems texts;
    private final Lists lists;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<List<AzureRepository>> listedAgain = Optional.empty();

    /**
     * What was read before.
     *
     * @param plan the plan from both lists
     * @param azure the list of Azure DevOps
     * @param aikido the list of Aikido
     */
    record Lists(Plan plan, List<AzureRepository> azure, List<CodeRepository> aikido) {}

    PruneReview(AzureDevOps azure, AzureProject project, Planner planner, AzureProblems texts, Lists lists) {
        this.azure = azure;
        this.project = project;
        this.planner = planner;
        this.texts = texts;
        this.lists = lists;
    }

    /** Returns the repositories as they were listed for the review, empty if they were not read again. */
    Optional<List<AzureRepository>> listedAgain() {
        return listedAgain;
    }

    /** Returns what went wrong so far. It is also available after {@link #review} was interrupted. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * Returns the plan after the lookups. The first two lists were read at the same time, so a repository that another run
     * has just registered can be in Aikido's list only. Azure DevOps is therefore read again, after Aikido.
     */
    Plan review() throws InterruptedException {
        if (planner.notListed(lists.azure(), lists.aikido()).isEmpty()) {
            return lists.plan();
        }
        List<AzureRepository> again;
        try {
            again = new ArrayList<>(azure.gitRepositories(project.id()));
        } catch (AzureException e) {
            problems.add(texts.unavailable(e));
            return lists.plan().unpruned();
        }
        lists.azure().stream()
                .filter(repository -> repository.kind() == RepositoryKind.TFVC)
                .forEach(again::add);
        listedAgain = Optional.of(again);
        return planner.plan(again, lists.aikido(), lookUp(planner.notListed(again, lists.aikido())));
    }

    private Map<String, LookupResult> lookUp(List<String> ids) throws InterruptedException {
        Map<String, Future<Optional<AzureProject>>> started = new LinkedHashMap<>();
        Map<String, LookupResult> results = new LinkedHashMap<>();
        try (Tasks tasks = Tasks.atMost(LOOKUPS_AT_ONCE)) {
            for (String id : ids.subList(0, Math.min(ids.size(), MOST_LOOKUPS))) {
                started.put(id, tasks.start(() -> azure.projectOf(id)));
            }
            int unclear = 0;
            Optional<AzureException> why = Optional.empty();
            for (Map.Entry<String, Future<Optional<AzureProject>>> lookup : started.entrySet()) {
                try {
                    results.put(
                            lookup.getKey(),
                            Tasks.join(lookup.getValue())
                                    .map(this::exists)
                                    .orElseGet(() -> LookupResult.of(Kind.NOT_FOUND)));
                } catch (AzureException e) {
                    results.put(lookup.getKey(), LookupResult.of(Kind.UNCLEAR));
                    unclear++;
                    why = why.isPresent() ? why : Optional.of(e);
                }
            }
            if (why.isPresent()) {
                problems.add(texts.lookupsUnclear(unclear, why.get()));
            }
        }
        if (results.containsValue(LookupResult.of(Kind.NOT_FOUND))) {
            lookIntoRecycleBin(results);
        }
        long here = results.values().stream()
                .filter(LookupResult.of(Kind.EXISTS)::equals)
                .count();
        if (here > 0) {
            problems.add(texts.listIncomplete(here));
            // A list that lacks one repository may also lack others, which the token cannot see.
            results.replaceAll(
                    (id, result) -> result.kind() == Kind.NOT_FOUND ? LookupResult.of(Kind.UNCLEAR) : result);
        }
        return results;
    }

    private LookupResult exists(AzureProject found) {
        boolean here = found.id().equalsIgnoreCase(project.id());
        return new LookupResult(Kind.EXISTS, here ? "" : found.name());
    }

    /**
     * Marks the deleted repositories. A token that may not read the recycle bin cannot distinguish deleted from hidden
     * ones.
     */
    private void lookIntoRecycleBin(Map<String, LookupResult> results) throws InterruptedException {
        try {
            Set<String> deleted = azure.deletedRepositories(project.id());
            results.replaceAll((id, result) ->
                    result.kind() == Kind.NOT_FOUND && deleted.contains(id) ? LookupResult.of(Kind.DELETED) : result);
        } catch (AzureException unreadable) {
            // The reason of each repository states it.
        }
    }
}
