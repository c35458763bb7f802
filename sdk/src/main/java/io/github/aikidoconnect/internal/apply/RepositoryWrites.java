package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.limit.DeadlineExceededException;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Activates and deactivates repositories one by one and records the results. */
final class RepositoryWrites {

    /** Refusals that concern every repository: further calls would only use up the budget. */
    static final Set<Kind> CONCERNS_ALL = EnumSet.of(Kind.SCOPE_MISSING, Kind.CREDENTIALS_REJECTED, Kind.RATE_LIMITED);

    private final Aikido aikido;
    private final ApplyLog ledger;
    private final Applier.Settings settings;
    private final int total;
    private final ProgressListener progress;
    private int done;
    private final Map<RepositoryPlan, AikidoException> scanFailures = new ConcurrentHashMap<>();
    private final Map<RepositoryPlan, Long> ids = new ConcurrentHashMap<>();
    private final Set<Long> activated = ConcurrentHashMap.newKeySet();
    private volatile @Nullable AikidoException refusal;
    private volatile @Nullable DeadlineExceededException timeIsOver;

    RepositoryWrites(Aikido aikido, ApplyLog ledger, Applier.Settings settings, int total, ProgressListener progress) {
        this.aikido = aikido;
        this.ledger = ledger;
        this.settings = settings;
        this.total = total;
        this.progress = progress;
    }

    /** Changes one repository. A failed call is recorded, not thrown. */
    @Nullable
    Void write(RepositoryPlan repository, Action action, long id) throws InterruptedException {
        ids.put(repository, id);
        if (action == Action.DEACTIVATE && activated.contains(id)) {
            ledger.missing(repository, "This run activated it, so it stays monitored.");
            return tell(repository, "was activated by this run");
        }
        if (action == Action.ACTIVATE) {
            activated.add(id);
        }
        if (timeIsOver != null) {
            return null;
        }
        AikidoException earlier = refusal;
        if (earlier != null) {
            ledger.failed(repository, action, id, earlier);
            return tell(repository, "was not attempted");
        }
        try {
            call(action, id);
        } catch (DeadlineExceededException e) {
            // Writes that are under way may finish; the others stay in the log as remaining.
            timeIsOver = e;
            return null;
        } catch (AikidoException e) {
            if (CONCERNS_ALL.contains(e.kind())) {
                refusal = e;
            }
            ledger.failed(repository, action, id, e);
            return tell(repository, "failed");
        }
        noteDone(repository, action, id);
        return tell(repository, action == Action.ACTIVATE ? "is monitored now" : "is no longer monitored");
    }

    /** Determines the result of the writes without a clear answer, and repeats those that had no effect. */
    void settle() throws InterruptedException {
        List<RepositoryPlan> uncertain = ledger.uncertain();
        if (uncertain.isEmpty()) {
            return;
        }
        progress.on(new Progress.Step("Reading the list again, because some answers were lost"));
        Map<Long, Boolean> active = new HashMap<>();
        try {
            aikido.repositories().forEach(entry -> active.put(entry.id(), entry.active()));
        } catch (AikidoException unreadable) {
            return;
        }
        for (RepositoryPlan repository : uncertain) {
            Long id = ids.get(repository);
            if (id == null) {
                continue;
            }
            Action action = repository.action() == Action.DEACTIVATE ? Action.DEACTIVATE : Action.ACTIVATE;
            Boolean monitored = active.get(id);
            if (monitored != null && monitored == (action == Action.ACTIVATE)) {
                noteDone(repository, action, id);
            } else if (monitored != null) {
                write(repository, action, id);
            }
        }
    }

    /**
     * Returns if the run has time left.
     *
     * @throws DeadlineExceededException if a write was not sent because the time was over
     */
    void requireTime() {
        if (timeIsOver != null) {
            throw timeIsOver;
        }
    }

    /** Returns the reason why no further write can succeed; empty if writes may succeed. */
    Optional<AikidoException> refusal() {
        return Optional.ofNullable(refusal);
    }

    Map<RepositoryPlan, AikidoException> scanFailures() {
        return scanFailures;
    }

    private void call(Action action, long id) throws InterruptedException {
        if (action == Action.ACTIVATE) {
            aikido.activate(id);
        } else {
            aikido.deactivate(id);
        }
    }

    private void noteDone(RepositoryPlan repository, Action action, long id) throws InterruptedException {
        String reason = action == Action.DEACTIVATE ? repository.reason() : "It was not monitored until now.";
        ledger.done(repository, action, id, reason);
        if (action == Action.ACTIVATE) {
            settings.activated().accept(repository, id);
        }
        if (settings.scan() && action == Action.ACTIVATE) {
            try {
                aikido.scan(id);
            } catch (AikidoException e) {
                scanFailures.put(repository, e);
            }
        }
    }

    private @Nullable Void tell(RepositoryPlan repository, String what) {
        // Counting and reporting are one step, so that the numbers are reported in order.
        synchronized (this) {
            done = Math.min(done + 1, total);
            progress.on(new Progress.Item(SafeText.oneLine(repository.name()) + " " + what, done, total));
        }
        return null;
    }
}
