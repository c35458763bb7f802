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
 * Records the result for each repository. It can be read at any time, also after an interrupt: an entry without a result
 * then states that the run ended before.
 */
public final class ApplyLog {

    /**
     * The result for a repository.
     *
     * @param plan the planned action
     * @param action the action that was carried out: a repository that Aikido had to import is activated at the end
     * @param result the result
     * @param aikidoId its id in Aikido, empty if it is not known
     * @param reason the reason, a sentence
     * @param settings the results of its settings that differ from the wanted ones
     */
    public record Entry(
            RepositoryPlan plan,
            Action action,
            Result result,
            Optional<Long> aikidoId,
            String reason,
            List<SettingResult> settings) {

        Entry(RepositoryPlan plan, Action action, Result result, Optional<Long> aikidoId, String reason) {
            this(plan, action, result, aikidoId, reason, List.of());
        }

        /** Returns the entry with settings. Where nothing else changes, they are the action. */
        public Entry with(List<SettingResult> changes) {
            if (changes.isEmpty()) {
                return this;
            }
            boolean only = action == Action.NONE;
            return new Entry(
                    plan,
                    only ? Action.UPDATE : action,
                    only ? SettingResult.together(changes) : result,
                    aikidoId,
                    reason + SettingResult.sentences(changes),
                    changes);
        }
    }

    /** The reason for a repository that the run did not reach. It did not fail, so it is skipped. */
    private static final String REMAINING = "The run ended before this change was made; the next run makes it.";

    private final Map<RepositoryPlan, Entry> entries = new LinkedHashMap<>();
    private final Map<RepositoryPlan, AikidoException> failures = new LinkedHashMap<>();

    /** Creates a log in which only the repositories without a planned change have a result. */
    public ApplyLog(Plan plan) {
        for (RepositoryPlan repository : plan.repositories()) {
            entries.put(
                    repository,
                    plan.changes(repository)
                            ? entry(repository, Result.SKIPPED, REMAINING)
                            : unchanged(repository, plan.pruning()));
        }
    }

    /** Returns the entries of a run that changes nothing: the changes are planned. */
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
            case REFUSED ->
                entry(
                        repository,
                        Result.FAILED,
                        repository.reason() + " Deactivating it would exceed " + "the prune limit.");
            case UNCLEAR -> entry(repository, Result.FAILED, repository.reason() + " Nothing was pruned.");
            case OFF, ON -> entry(repository, Result.SKIPPED, repository.reason() + suggestion(repository));
        };
    }

    private static String suggestion(RepositoryPlan repository) {
        // No operation of Aikido shows that setting, so that a monitored repository is the only sign of it.
        return repository.azure().isPresent()
                ? " Aikido's setting \"Automatically activate new repos\" may have activated it. Pruning would"
                        + " deactivate it."
                : " A run with pruning would look it up, and deactivate it if it no longer exists.";
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
                : "Aikido did not make the change: " + failure.detail() + ".";
    }

    synchronized void missing(RepositoryPlan repository, String reason) {
        entries.put(repository, entry(repository, Result.FAILED, reason));
    }

    /** Corrects an entry whose write turned out to have had no effect. */
    synchronized void missing(Entry entry, String reason) {
        entries.put(entry.plan(), new Entry(entry.plan(), entry.action(), Result.FAILED, entry.aikidoId(), reason));
    }

    /** Returns the entry of each repository, in the order of the plan. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Returns the number of repositories without a result. */
    public synchronized int remaining() {
        return (int) entries.values().stream()
                .filter(entry -> entry.reason().equals(REMAINING))
                .count();
    }

    /** Returns the repositories that failed, with the failures. */
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
