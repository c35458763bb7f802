package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Carries a plan out. One repository that fails does not stop the others; what is left over is in the ledger, and the
 * next run finds it again, since each run plans from what it reads.
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

    /**
     * @param aikido the workspace
     * @param plan what to do
     * @param matching finds an arrived repository in Aikido's list
     * @param scan whether to start a first scan of what is activated
     * @param patience how long to wait for an import
     * @param atATime how many calls to have under way: enough to hide their latency; the budget decides about the rate
     * @param progress is told what happens
     */
    public Applier(
            Aikido aikido,
            Plan plan,
            ImportPolling.Finder matching,
            boolean scan,
            ImportPolling.Patience patience,
            int atATime,
            ProgressListener progress) {
        this.atATime = atATime;
        this.aikido = aikido;
        this.plan = plan;
        this.ledger = new ApplyLog(plan);
        this.progress = progress;
        this.writes = new RepositoryWrites(aikido, ledger, scan, plan.changed().size(), progress);
        this.arrivals = new ImportPolling(aikido, matching, patience, progress);
        this.handover = new TokenHandover(aikido, patience.time(), progress);
        this.verification = new Verification(aikido, ledger, progress);
    }

    /**
     * Gives Aikido the token. A failure is noted, and everything else goes on: the old token may still be good.
     *
     * @param disconnected whether Aikido's connection to the source code is broken, which the token may repair
     */
    public void handOver(Secret token, boolean disconnected) throws InterruptedException {
        handover.send(token, disconnected);
    }

    /** Does everything that the plan says. */
    public void apply() throws InterruptedException {
        List<RepositoryPlan> waiting = plan.with(Action.WAIT);
        // The import first: Aikido works on it while the calls below are made.
        boolean importing = !waiting.isEmpty() && startImport();
        try (Tasks tasks = Tasks.atMost(atATime)) {
            join(start(Action.ACTIVATE, tasks));
            writes.requireTime();
            if (importing) {
                note(arrivals.await(waiting, importFailure == null, arrived -> {
                    List<Future<?>> activations = new ArrayList<>();
                    arrived.forEach((repository, id) ->
                            activations.add(tasks.start(() -> writes.write(repository, Action.ACTIVATE, id))));
                    join(activations);
                    writes.requireTime();
                    return writes.refusal().isEmpty();
                }));
            }
            // Last, when it is known what this run has activated.
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
     * Reads back what was written: the connection after a handover, and the list after changes of repositories.
     *
     * @param list whether to read the list
     */
    public void confirm(boolean list) throws InterruptedException {
        handover.confirm();
        if (list) {
            verification.run();
        }
    }

    private boolean startImport() throws InterruptedException {
        progress.on(new Progress.Step("Starting Aikido's import of new repositories"));
        try {
            aikido.startImport();
            return true;
        } catch (AikidoException e) {
            importFailure = e;
            if (e.isUncertain()) {
                // It may have begun. Waiting finds out, and asking again could start a second one.
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
            // It began after all.
            importFailure = null;
        }
        Optional<AikidoException> refusal = writes.refusal();
        String reason;
        if (refusal.isPresent()) {
            reason = "It was not waited for, since nothing can be activated. " + ApplyLog.reason(refusal.get());
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

    /** Returns how many repositories nothing was done about yet. */
    public int remaining() {
        return ledger.remaining();
    }

    /** Returns what came of it so far; also after {@link #apply} was interrupted. */
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
