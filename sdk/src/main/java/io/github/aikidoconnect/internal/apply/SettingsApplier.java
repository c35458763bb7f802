package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.plan.SettingChange;
import io.github.aikidoconnect.internal.plan.SettingKey;
import io.github.aikidoconnect.internal.plan.SettingsPlan;
import io.github.aikidoconnect.internal.plan.TeamDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the excluded paths of repositories, which only their pages contain, and makes the changes of settings. A change
 * that fails does not stop the others.
 */
public final class SettingsApplier {

    private static final String MISSED = "No later run can tell that it was not set.";

    /** The number of failures in a row that are an outage: a call that is repeated takes several of the budget. */
    private static final int OUTAGE = 10;

    private final Aikido aikido;
    private final SettingsPlan plan;
    private final SettingsLog log;
    private final SettingWrite write;
    private final Conditions conditions;
    private final ProgressListener progress;
    private final Map<RepositoryPlan, AikidoException> unreadPages = new ConcurrentHashMap<>();
    private final Map<RepositoryPlan, Long> ids = new ConcurrentHashMap<>();
    private final Set<RepositoryPlan> compared = ConcurrentHashMap.newKeySet();
    private final Map<Boolean, AikidoException> refusals = new ConcurrentHashMap<>();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private int done;
    private volatile @Nullable DeadlineExceededException timeIsOver;

    /**
     * The conditions of the writes.
     *
     * @param teams the teams of the workspace
     * @param callsAtOnce the number of calls that may be under way at the same time
     * @param changes whether the run changes anything
     * @param firstPage the position of the repository whose page is read first
     */
    public record Conditions(TeamDirectory teams, int callsAtOnce, boolean changes, int firstPage) {}

    /** Reads a page or makes the changes of a repository. */
    @FunctionalInterface
    private interface Work {
        void run(SettingsPlan.Item item, long id) throws InterruptedException;
    }

    public SettingsApplier(Aikido aikido, SettingsPlan plan, Conditions conditions, ProgressListener progress) {
        this.aikido = aikido;
        this.plan = plan;
        this.log = new SettingsLog(plan, conditions.changes() ? Result.SKIPPED : Result.PLANNED);
        this.write = new SettingWrite(aikido, conditions.teams());
        this.conditions = conditions;
        this.progress = progress;
    }

    /** Compares the excluded paths, in a run that changes nothing. */
    public void compare() throws InterruptedException {
        plan.items().stream()
                .filter(item -> !item.needsPage())
                .forEach(item -> log.add(item.repository(), item.wanted().missingPaths(List.of())));
        Map<RepositoryPlan, Long> listed = new HashMap<>();
        plan.items().stream()
                .filter(SettingsPlan.Item::needsPage)
                .forEach(item ->
                        item.repository().aikido().ifPresent(entry -> listed.put(item.repository(), entry.id())));
        forEach(listed, this::comparePage);
    }

    /** Writes what only an activation writes. Later runs could not tell whether it was written. */
    public void activated(RepositoryPlan repository, long id) throws InterruptedException {
        ids.put(repository, id);
        for (SettingChange change : log.with(repository, Result.SKIPPED)) {
            if (change.key() == SettingKey.DEV_DEPENDENCIES) {
                try {
                    write(repository, id, change);
                } finally {
                    if (!log.with(repository, Result.DONE).contains(change)) {
                        log.missed(repository, change, MISSED);
                    }
                }
            }
        }
    }

    /**
     * Makes the changes. Excluded paths come last: each needs a page, and a run that ends early has then done the rest.
     *
     * @param monitored the repositories that Aikido monitors now, with their entries in its list
     */
    public void apply(Map<RepositoryPlan, CodeRepository> monitored) throws InterruptedException {
        Map<RepositoryPlan, Long> active = new HashMap<>();
        monitored.forEach((repository, entry) -> active.put(repository, entry.id()));
        ids.putAll(active);
        for (SettingsPlan.Item item : plan.items()) {
            CodeRepository entry = monitored.get(item.repository());
            // A repository that this run imported has no labels yet, so that a list without labels does not matter.
            if (entry != null
                    && item.repository().aikido().isEmpty()
                    && !item.wanted().hidesLabels(Optional.of(entry))) {
                log.replaceListed(item.repository(), item.wanted().differencesFrom(Optional.of(entry)));
            }
        }
        forEach(active, this::writeRemaining);
        forEach(active, (item, id) -> {
            comparePage(item, id);
            writeRemaining(item, id);
        });
        settle();
    }

    private void forEach(Map<RepositoryPlan, Long> repositories, Work work) throws InterruptedException {
        try (Tasks tasks = Tasks.atMost(conditions.callsAtOnce())) {
            List<Future<?>> started = new ArrayList<>();
            List<SettingsPlan.Item> items = new ArrayList<>(plan.items());
            Collections.rotate(items, -conditions.firstPage());
            for (SettingsPlan.Item item : items) {
                Long id = repositories.get(item.repository());
                if (id != null) {
                    started.add(tasks.start(() -> {
                        work.run(item, id);
                        return null;
                    }));
                }
            }
            for (Future<?> task : started) {
                Tasks.join(task);
            }
        }
        if (timeIsOver != null) {
            throw timeIsOver;
        }
    }

    private void comparePage(SettingsPlan.Item item, long id) throws InterruptedException {
        if (item.wanted().excludePaths().isEmpty() || timeIsOver != null) {
            return;
        }
        RepositoryPlan repository = item.repository();
        try {
            compared.add(repository);
            // A repository that was imported by this run has no excluded paths yet.
            List<String> excluded = item.needsPage() ? aikido.settings().excludedPaths(id) : List.of();
            log.add(repository, item.wanted().missingPaths(excluded));
        } catch (DeadlineExceededException e) {
            compared.remove(repository);
            timeIsOver = e;
        } catch (AikidoException e) {
            unreadPages.put(repository, e);
        }
    }

    private void writeRemaining(SettingsPlan.Item item, long id) throws InterruptedException {
        for (SettingChange change : log.with(item.repository(), Result.SKIPPED)) {
            write(item.repository(), id, change);
        }
    }

    private void write(RepositoryPlan repository, long id, SettingChange change) throws InterruptedException {
        if (timeIsOver != null) {
            return;
        }
        // Links need other scopes than everything else, so that a refusal of one does not concern the other.
        boolean link = change.key() == SettingKey.TEAM;
        AikidoException earlier = refusals.get(link);
        if (earlier != null) {
            log.failed(repository, change, earlier);
            return;
        }
        try {
            write.write(id, change);
            failuresInARow.set(0);
            log.done(repository, change);
            tell(repository, change.toString());
        } catch (DeadlineExceededException e) {
            // Writes that are under way may finish; the others are left for the next run.
            timeIsOver = e;
        } catch (AikidoException e) {
            boolean outage = e.isUncertain() && failuresInARow.incrementAndGet() >= OUTAGE;
            if (outage || RepositoryWrites.CONCERNS_ALL.contains(e.kind())) {
                refusals.put(link, e);
            }
            log.failed(repository, change, e);
            tell(repository, change + " failed");
        }
    }

    /** Determines the result of the writes without a clear answer, and repeats those that had no effect. */
    private void settle() throws InterruptedException {
        SettingsState state = new SettingsState(aikido);
        Map<RepositoryPlan, SettingsPlan.Item> items = new HashMap<>();
        plan.items().forEach(item -> items.put(item.repository(), item));
        for (Map.Entry<SettingsLog.Key, AikidoException> failure :
                log.failures().entrySet()) {
            RepositoryPlan repository = failure.getKey().repository();
            SettingChange change = failure.getKey().change();
            SettingsPlan.Item item = items.get(repository);
            Long id = ids.get(repository);
            if (!failure.getValue().isUncertain() || item == null || id == null) {
                continue;
            }
            Optional<Boolean> holds;
            try {
                holds = state.has(item, id, change);
            } catch (AikidoException unreadable) {
                return;
            }
            if (holds.orElse(false)) {
                log.done(repository, change);
            } else if (holds.isPresent()) {
                write(repository, id, change);
            }
        }
    }

    private synchronized void tell(RepositoryPlan repository, String what) {
        done++;
        progress.on(
                new Progress.Item(SafeText.oneLine(repository.name() + ": " + what), done, Math.max(done, log.size())));
    }

    /** Returns what Aikido's list has to show after the changes. */
    public Verification.Expectation expectation() {
        return new SettingsExpectation(plan, log, ids);
    }

    /** Returns the entries of a log of repositories, with the settings of each. */
    public List<ApplyLog.Entry> addTo(List<ApplyLog.Entry> entries) {
        return entries.stream().map(entry -> entry.with(log.of(entry.plan()))).toList();
    }

    /** Returns the number of changes; excluded paths that were not compared count as one for each repository. */
    public int size() {
        return log.size() + notCompared();
    }

    /** Returns the number of changes that are left for the next run. */
    public int remaining() {
        return log.remaining() + notCompared();
    }

    private int notCompared() {
        return (int) plan.items().stream()
                .filter(item -> !item.wanted().excludePaths().isEmpty() && !compared.contains(item.repository()))
                .count();
    }

    /** Returns what went wrong. */
    public SettingsFailures failures() {
        Map<RepositoryPlan, AikidoException> failures = new LinkedHashMap<>();
        log.failures().forEach((key, failure) -> failures.putIfAbsent(key.repository(), failure));
        return new SettingsFailures(failures, new LinkedHashMap<>(unreadPages), log.missed(), log.contradicted());
    }
}
