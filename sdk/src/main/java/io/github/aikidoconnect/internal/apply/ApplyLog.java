package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each repository so far. It can be read at any moment, also of a run that was broken off: an entry that
 * nothing was written about says so.
 */
public final class ApplyLog {

    /**
     * What became of a repository.
     *
     * @param plan what was to be done
     * @param action what was done: a repository that had to be waited for is activated in the end
     * @param result what became of it
     * @param aikidoId its id in Aikido, as far as known
     * @param reason why, a sentence
     */
    public record Entry(RepositoryPlan plan, Action action, Result result, Optional<Long> aikidoId, String reason) {}

    /** The reason for a repository that the run did not reach. It did not fail, so it is skipped. */
    private static final String REMAINING = "The run ended before this was done; the next run does it.";

    private final Map<RepositoryPlan, Entry> entries = new LinkedHashMap<>();
    private final Map<RepositoryPlan, AikidoException> failures = new LinkedHashMap<>();

    /** Opens a ledger in which nothing is done yet, but for what nothing was to be done about. */
    public ApplyLog(Plan plan) {
        for (RepositoryPlan repository : plan.repositories()) {
            entries.put(
                    repository,
                    plan.changes(repository)
                            ? entry(repository, Result.SKIPPED, REMAINING)
                            : unchanged(repository, plan.pruning()));
        }
    }

    /** Returns the ledger of a run that changes nothing: what is to be done is planned. */
    public static List<Entry> planned(Plan plan) {
        return plan.repositories().stream()
                .map(repository -> plan.changes(repository)
                        ? entry(repository, Result.PLANNED, repository.reason())
                        : unchanged(repository, plan.pruning()))
                .toList();
    }

    private static Entry unchanged(RepositoryPlan repository, Plan.Pruning pruning) {
        if (repository.action() == Action.NONE) {
            return entry(repository, Result.DONE, repository.reason());
        }
        if (repository.action() == Action.SKIP) {
            return entry(repository, Result.SKIPPED, repository.reason());
        }
        return switch (pruning) {
            case REFUSED -> entry(repository, Result.FAILED, repository.reason() + " Pruning it goes over the limit.");
            case UNCLEAR -> entry(repository, Result.FAILED, repository.reason() + " Nothing was pruned.");
            case OFF, ON -> entry(repository, Result.SKIPPED, repository.reason() + suggestion(repository));
        };
    }

    private static String suggestion(RepositoryPlan repository) {
        // No operation of Aikido shows that setting, so that a monitored repository is the only sign of it.
        return repository.azure().isPresent()
                ? " Aikido's setting \"Automatically activate new repos\" may have activated it. Pruning would"
                        + " deactivate it."
                : " Pruning would look it up, and deactivate it if it is gone.";
    }

    private static Entry entry(RepositoryPlan repository, Result result, String reason) {
        return new Entry(
                repository, repository.action(), result, repository.aikido().map(CodeRepository::id), reason);
    }

    synchronized void done(RepositoryPlan repository, Action action, long aikidoId, String reason) {
        entries.put(repository, new Entry(repository, action, Result.DONE, Optional.of(aikidoId), reason));
        failures.remove(repository);
    }

    synchronized void failed(RepositoryPlan repository, Action action, long aikidoId, AikidoException failure) {
        entries.put(repository, new Entry(repository, action, Result.FAILED, Optional.of(aikidoId), reason(failure)));
        failures.put(repository, failure);
    }

    static String reason(AikidoException failure) {
        return failure.kind() == AikidoException.Kind.SCOPE_MISSING && failure.namesScope()
                ? "The API client lacks the scope " + failure.detail() + "."
                : "Aikido did not do it: " + failure.detail() + ".";
    }

    synchronized void missing(RepositoryPlan repository, String reason) {
        entries.put(repository, entry(repository, Result.FAILED, reason));
    }

    /** Corrects an entry whose write turned out to have had no effect. */
    synchronized void missing(Entry entry, String reason) {
        entries.put(entry.plan(), new Entry(entry.plan(), entry.action(), Result.FAILED, entry.aikidoId(), reason));
    }

    /** Returns what became of each repository, in the order of the plan. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Returns how many repositories nothing was written about. */
    public synchronized int remaining() {
        return (int) entries.values().stream()
                .filter(entry -> entry.reason().equals(REMAINING))
                .count();
    }

    /** Returns what failed, and how. */
    public synchronized Map<RepositoryPlan, AikidoException> failures() {
        return new LinkedHashMap<>(failures);
    }

    /** Returns the repositories whose write may have taken effect although it failed. */
    synchronized List<RepositoryPlan> uncertain() {
        List<RepositoryPlan> uncertain = new ArrayList<>();
        failures.forEach((repository, failure) -> {
            if (failure.isUncertain()) {
                uncertain.add(repository);
            }
        });
        return uncertain;
    }
}
