package io.github.aikidoconnect.internal.run;

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

/** Finds out, before a run prunes, what became of the repositories that Aikido monitors and Azure DevOps does not list. */
final class PruneReview {

    /** Each takes a call to Azure DevOps. The next run looks the others up. */
    private static final int MOST_LOOKUPS = 100;

    private static final int LOOKUPS_AT_ONCE = 8;

    private final AzureDevOps azure;
    private final AzureProject project;
    private final Planner planner;
    private final ProjectResult report;
    private final ProblemTexts wording;

    PruneReview(AzureDevOps azure, AzureProject project, Planner planner, ProjectResult report, ProblemTexts wording) {
        this.azure = azure;
        this.project = project;
        this.planner = planner;
        this.report = report;
        this.wording = wording;
    }

    /**
     * Returns the plan with what was found out. Both lists are read at the same time, so that what another run has
     * registered in between can be in Aikido's alone: the repositories are read a second time, after Aikido's.
     */
    Plan review(Plan first, List<AzureRepository> listed, List<CodeRepository> aikido) throws InterruptedException {
        if (planner.notListed(listed, aikido).isEmpty()) {
            return first;
        }
        List<AzureRepository> again;
        try {
            again = new ArrayList<>(azure.gitRepositories(project.id()));
        } catch (AzureException e) {
            report.problem(wording.azureUnavailable(e));
            return first.unpruned();
        }
        listed.stream()
                .filter(repository -> repository.kind() == RepositoryKind.TFVC)
                .forEach(again::add);
        report.project(project, again);
        return planner.plan(again, aikido, lookUp(planner.notListed(again, aikido)));
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
                report.problem(wording.lookupsUnclear(unclear, why.get()));
            }
        }
        if (results.containsValue(LookupResult.of(Kind.NOT_FOUND))) {
            lookIntoRecycleBin(results);
        }
        long here = results.values().stream()
                .filter(LookupResult.of(Kind.EXISTS)::equals)
                .count();
        if (here > 0) {
            report.problem(wording.listIncomplete(here));
            // A list that leaves one out may leave out others, which the token cannot see.
            results.replaceAll(
                    (id, result) -> result.kind() == Kind.NOT_FOUND ? LookupResult.of(Kind.UNCLEAR) : result);
        }
        return results;
    }

    private LookupResult exists(AzureProject found) {
        boolean here = found.id().equalsIgnoreCase(project.id());
        return new LookupResult(Kind.EXISTS, here ? "" : found.name());
    }

    /** A token that may not read the recycle bin leaves it open whether a repository is gone or hidden. */
    private void lookIntoRecycleBin(Map<String, LookupResult> results) throws InterruptedException {
        try {
            Set<String> deleted = azure.deletedRepositories(project.id());
            results.replaceAll((id, result) ->
                    result.kind() == Kind.NOT_FOUND && deleted.contains(id) ? LookupResult.of(Kind.DELETED) : result);
        } catch (AzureException unreadable) {
            // Stated in the reason of each of them.
        }
    }
}
