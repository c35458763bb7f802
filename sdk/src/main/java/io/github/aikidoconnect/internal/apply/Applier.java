package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan. A repository that fails does not stop the others. The log contains the remaining changes, and the next
 * run plans them again.
 */
public final class Applier {

    private final Aikido aikido;
    private final Plan plan;
    private final ApplyLog ledger;
    private final RepositoryWrites writes;
    private final ImportPolling arrivals;
    private final TokenHandover handover;
    private final Verification verification;
    private final int atATime;
    private final ProgressListener progress;

    private @Nullable AikidoException importFailure;
    private @Nullable AikidoException pollFailure;
    private List<RepositoryPlan> notArrived = List.of();
    private final Map<RepositoryPlan, CodeRepository> imported = new HashMap<>();

    /**
     * The settings for carrying out a plan.
     *
     * @param finder finds an imported repository in Aikido's list
     * @param patience the time to wait for an import
     * @param scan whether to start a first scan of each activated repository
     * @param callsAtOnce the number of calls that may be under way, enough to hide their latency: the budget limits the
     *     rate
     * @param activated writes what only an activation writes
     */
    public record Settings(
            ImportPolling.Finder finder,
            ImportPolling.Patience patience,
            boolean scan,
            int callsAtOnce,
            Activated activated) {}

    /** Is called for each repository right after its activation. */
    @FunctionalInterface
    public interface Activated {
        void accept(RepositoryPlan repository, long id) throws InterruptedException;
    }

    /** @param aikido the workspace */
    public Applier(Aikido aikido, Plan plan, Settings settings, ProgressListener progress) {
        this.atATime = settings.callsAtOnce();
        this.aikido = aikido;
        this.plan = plan;
        this.ledger = new ApplyLog(plan);
        this.progress = progress;
        this.writes =
                new RepositoryWrites(aikido, ledger, settings, plan.changed().size(), progress);
        this.arrivals = new ImportPolling(aikido, settings.finder(), settings.patience(), progress);
        this.handover = new TokenHandover(aikido, settings.patience().time(), progress);
        this.verification = new Verification(aikido, ledger, progress);
    }

    /**
     * Hands the token over to Aikido. A failure is recorded and does not stop the run, because the old token may still
     * work.
     *
     * @param disconnected whether Aikido's connection to the source code is broken, which the token may repair
     */
    public void handOver(Secret token, boolean disconnected) throws InterruptedException {
        handover.send(token, disconnected);
    }

    /** Carries out all actions of the plan. */
    public void apply() throws InterruptedException {
        List<RepositoryPlan> waiting = plan.with(Action.WAIT);
        // The import is started first, because Aikido works on it during the calls below.
        boolean importing = !waiting.isEmpty() && startImport();
        try (Tasks tasks = Tasks.atMost(atATime)) {
            join(start(Action.ACTIVATE, tasks));
            writes.requireTime();
            if (importing) {
                note(arrivals.await(waiting, importFailure == null, arrived -> {
                    List<Future<?>> activations = new ArrayList<>();
                    imported.putAll(arrived);
                    arrived.forEach((repository, entry) ->
                            activations.add(tasks.start(() -> writes.write(repository, Action.ACTIVATE, entry.id()))));
                    join(activations);
                    writes.requireTime();
                    return writes.refusal().isEmpty();
                }));
            }
            // Deactivations come last, when it is known what the run has activated.
            join(start(Action.DEACTIVATE, tasks));
            writes.requireTime();
        }
        writes.settle();
    }

    private List<Future<?>> start(Action action, Tasks tasks) {
        List<Future<?>> started = new ArrayList<>();
        for (RepositoryPlan repository : plan.with(action)) {
            if (plan.changes(repository)) {
                long id = repository.aikido().orElseThrow().id();
                started.add(tasks.start(() -> writes.write(repository, action, id)));
            }
        }
        return started;
    }

    /**
     * Reads the changes back: the connection after a handover, and the list after changes of repositories.
     *
     * @param list whether to read the list
     * @param settings what the list has to show besides the changes of this plan
     */
    public void confirm(boolean list, Verification.Expectation settings) throws InterruptedException {
        handover.confirm();
        if (list) {
            verification.run(settings);
        }
    }

    /** Returns the repositories that Aikido monitors now, with their entries in its list from before the writes. */
    public Map<RepositoryPlan, CodeRepository> monitored() {
        Map<RepositoryPlan, CodeRepository> monitored = new LinkedHashMap<>();
        for (ApplyLog.Entry entry : ledger.entries()) {
            boolean active = entry.action() == Action.NONE || entry.action() == Action.ACTIVATE;
            if (active && entry.result() == Result.DONE) {
                Optional.ofNullable(imported.get(entry.plan()))
                        .or(() -> entry.plan().aikido())
                        .ifPresent(listed -> monitored.put(entry.plan(), listed));
            }
        }
        return monitored;
    }

    private boolean startImport() throws InterruptedException {
        progress.on(new Progress.Step("Starting Aikido's import of new repositories"));
        try {
            aikido.startImport();
            return true;
        } catch (AikidoException e) {
            importFailure = e;
            if (e.isUncertain()) {
                // The import may have begun. Waiting shows whether it did; a second request could start another one.
                return true;
            }
            plan.with(Action.WAIT)
                    .forEach(repository ->
                            ledger.missing(repository, "Aikido's import could not be started: " + e.detail() + "."));
            return false;
        }
    }

    private void note(ImportPolling.Waited waited) {
        pollFailure = waited.failure().orElse(null);
        if (waited.anyArrived()) {
            // The import did begin.
            importFailure = null;
        }
        Optional<AikidoException> refusal = writes.refusal();
        String reason;
        if (refusal.isPresent()) {
            reason = "The run did not wait for it, because nothing can be activated. " + ApplyLog.reason(refusal.get());
        } else if (waited.isRefused()) {
            reason = "Aikido's list could not be read. "
                    + waited.failure().map(ApplyLog::reason).orElse("");
        } else if (importFailure != null) {
            reason = "Aikido's import may not have begun: " + importFailure.detail() + ".";
        } else {
            reason = "Aikido did not list it in time; the next run activates it.";
            notArrived = waited.missing();
        }
        waited.missing().forEach(repository -> ledger.missing(repository, reason));
    }

    private static void join(List<Future<?>> started) throws InterruptedException {
        for (Future<?> task : started) {
            Tasks.join(task);
        }
    }

    /** Returns the number of changes that remain. */
    public int remaining() {
        return ledger.remaining();
    }

    /** Returns the result so far. It is also available after {@link #apply} was interrupted. */
    public Applied applied() {
        Map<RepositoryPlan, AikidoException> scanFailures = new LinkedHashMap<>(writes.scanFailures());
        return new Applied(
                ledger.entries(),
                ledger.failures(),
                Optional.ofNullable(importFailure),
                handover.failure(),
                Optional.ofNullable(pollFailure),
                notArrived,
                scanFailures,
                handover.isDone(),
                handover.errorsAfter(),
                verification.contradicted(),
                verification.failure());
    }
}
