package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.plan.SettingChange;
import io.github.aikidoconnect.internal.plan.SettingsPlan;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records the result of each change of a setting. It can be read at any time, also after an interrupt: a change without a
 * result is then left for the next run.
 */
final class SettingsLog {

    /** A change of a repository. */
    record Key(RepositoryPlan repository, SettingChange change) {}

    private final Map<RepositoryPlan, Map<SettingChange, SettingResult>> results = new LinkedHashMap<>();
    private final Map<Key, AikidoException> failures = new LinkedHashMap<>();
    private final Set<RepositoryPlan> missed = new LinkedHashSet<>();
    private final Set<RepositoryPlan> contradicted = new LinkedHashSet<>();
    private final Result without;

    /** @param without the result of a change until it is made: planned in a run that changes nothing, otherwise skipped */
    SettingsLog(SettingsPlan plan, Result without) {
        this.without = without;
        plan.items().forEach(item -> add(item.repository(), item.changes()));
    }

    /** Adds changes that were found later. */
    synchronized void add(RepositoryPlan repository, List<SettingChange> changes) {
        changes.forEach(change -> set(repository, change, without, ""));
    }

    /** Replaces the changes of values that Aikido's list contains, after the list has shown the repository. */
    synchronized void replaceListed(RepositoryPlan repository, List<SettingChange> changes) {
        results.getOrDefault(repository, new LinkedHashMap<>())
                .keySet()
                .removeIf(change -> change.key().isListed());
        add(repository, changes);
    }

    synchronized void done(RepositoryPlan repository, SettingChange change) {
        set(repository, change, Result.DONE, "");
        failures.remove(new Key(repository, change));
    }

    synchronized void failed(RepositoryPlan repository, SettingChange change, AikidoException failure) {
        set(repository, change, Result.FAILED, ApplyLog.reason(failure));
        failures.put(new Key(repository, change), failure);
    }

    /** Records that a call was not sent that no later run sends. */
    synchronized void missed(RepositoryPlan repository, SettingChange change, String why) {
        set(repository, change, Result.FAILED, why);
        missed.add(repository);
    }

    /** Corrects a change that turned out to have had no effect. */
    synchronized void contradicted(RepositoryPlan repository, SettingChange change, String why) {
        set(repository, change, Result.FAILED, why);
        contradicted.add(repository);
    }

    synchronized List<RepositoryPlan> missed() {
        return List.copyOf(missed);
    }

    synchronized List<RepositoryPlan> contradicted() {
        return List.copyOf(contradicted);
    }

    private void set(RepositoryPlan repository, SettingChange change, Result result, String why) {
        results.computeIfAbsent(repository, first -> new LinkedHashMap<>())
                .put(change, new SettingResult(change, result, why));
    }

    /** Returns the changes of a repository with a result. */
    synchronized List<SettingChange> with(RepositoryPlan repository, Result result) {
        return of(repository).stream()
                .filter(each -> each.result() == result)
                .map(SettingResult::change)
                .toList();
    }

    /** Returns the results of a repository. */
    synchronized List<SettingResult> of(RepositoryPlan repository) {
        return List.copyOf(results.getOrDefault(repository, Map.of()).values());
    }

    synchronized Map<Key, AikidoException> failures() {
        return new LinkedHashMap<>(failures);
    }

    synchronized int size() {
        return results.values().stream().mapToInt(Map::size).sum();
    }

    /** Returns the number of changes without a result. */
    synchronized int remaining() {
        return (int) results.values().stream()
                .flatMap(changes -> changes.values().stream())
                .filter(each -> each.result() == without)
                .count();
    }
}
