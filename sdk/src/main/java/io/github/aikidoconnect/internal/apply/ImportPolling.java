package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Waits for repositories to appear in Aikido's list. Aikido does not announce the end of an import, so the list is read
 * repeatedly, with growing pauses: each reading takes calls from the budget, more for a longer list, but never more than
 * half of the budget.
 */
public final class ImportPolling {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** The time limit for an import that may not have begun. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** Refusals that also apply to every further attempt. */
    private static final Set<Kind> FINAL = EnumSet.of(Kind.SCOPE_MISSING, Kind.CREDENTIALS_REJECTED);

    private final Aikido aikido;
    private final Finder finder;
    private final Duration limit;
    private final Duration callEvery;
    private final Time time;
    private final ProgressListener progress;
    private int calls;

    ImportPolling(Aikido aikido, Finder finder, Patience patience, ProgressListener progress) {
        this.aikido = aikido;
        this.finder = finder;
        this.limit = patience.limit();
        this.callEvery = patience.callEvery();
        this.time = patience.time();
        this.progress = progress;
    }

    /** Indexes a list of Aikido once, to find planned repositories in it. */
    @FunctionalInterface
    public interface Finder {
        Function<RepositoryPlan, Optional<CodeRepository>> in(List<CodeRepository> list);
    }

    /**
     * How long to wait.
     *
     * @param limit the longest time for all to arrive
     * @param callEvery the average time between two calls within the budget
     * @param time the clock
     */
    public record Patience(Duration limit, Duration callEvery, Time time) {}

    /** Receives the repositories that have arrived, processes them, and returns whether waiting for more is useful. */
    @FunctionalInterface
    interface Receiver {
        boolean receive(Map<RepositoryPlan, CodeRepository> arrived) throws InterruptedException;
    }

    /**
     * The result of waiting.
     *
     * @param missing the repositories that have not arrived
     * @param anyArrived whether any repository has arrived
     * @param failure the reason why the last reading of the list failed
     */
    record Waited(List<RepositoryPlan> missing, boolean anyArrived, Optional<AikidoException> failure) {

        /** Returns whether the waiting ended because no further reading can succeed. */
        boolean isRefused() {
            return failure.map(AikidoException::kind).filter(FINAL::contains).isPresent();
        }
    }

    /** The result of reading the list: the repositories that have arrived, or the failure. */
    private record Look(Map<RepositoryPlan, CodeRepository> arrived, Optional<AikidoException> failure) {}

    /**
     * Waits until all have arrived, but not longer than the limit.
     *
     * @param begun whether the import is known to have begun; otherwise, the wait is short until the first repository
     *     arrives
     */
    Waited await(List<RepositoryPlan> expected, boolean begun, Receiver receiver) throws InterruptedException {
        List<RepositoryPlan> missing = new ArrayList<>(expected);
        long start = time.nanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            boolean certain = begun || missing.size() < expected.size();
            // The first reading is delayed and the pauses grow, also after arrivals, because activations use the same
            // budget.
            pause(pause, most(certain).minus(since(start)), missing.size(), expected.size());
            Look look = look(missing);
            missing.removeAll(look.arrived().keySet());
            boolean useful = look.arrived().isEmpty() || receiver.receive(look.arrived());
            boolean any = missing.size() < expected.size();
            Waited waited = new Waited(List.copyOf(missing), any, look.failure());
            boolean over = since(start).compareTo(most(begun || any)) >= 0;
            if (missing.isEmpty() || !useful || over || waited.isRefused()) {
                return waited;
            }
            Duration slower = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            Duration affordable = callEvery.multipliedBy(2L * calls);
            pause = slower.compareTo(affordable) < 0 ? affordable : slower;
        }
    }

    private Duration most(boolean certain) {
        return certain ? limit : shorter(limit, GRACE);
    }

    private Duration since(long start) {
        return Duration.ofNanos(time.nanos() - start);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void pause(Duration wanted, Duration left, int missing, int expected) throws InterruptedException {
        Duration pause = shorter(wanted, left);
        if (pause.isNegative() || pause.isZero()) {
            return;
        }
        progress.on(new Progress.Waiting(
                "Aikido is importing repositories; " + missing + " of " + expected + (missing == 1 ? " is" : " are")
                        + " not listed yet",
                pause));
        time.sleep(pause);
    }

    /** A list that cannot be read does not end the waiting, because the next reading may succeed. */
    private Look look(List<RepositoryPlan> missing) throws InterruptedException {
        calls = 1;
        Set<RepositoryPlan> unseen = new HashSet<>(missing);
        try {
            List<CodeRepository> list = aikido.repositories(page -> {
                calls++;
                unseen.removeAll(found(unseen, page).keySet());
                return unseen.isEmpty();
            });
            return new Look(found(missing, list), Optional.empty());
        } catch (AikidoException e) {
            return new Look(Map.of(), Optional.of(e));
        }
    }

    private Map<RepositoryPlan, CodeRepository> found(Collection<RepositoryPlan> missing, List<CodeRepository> list) {
        Function<RepositoryPlan, Optional<CodeRepository>> entries = finder.in(list);
        Map<RepositoryPlan, CodeRepository> found = new LinkedHashMap<>();
        for (RepositoryPlan repository : missing) {
            entries.apply(repository).ifPresent(entry -> found.put(repository, entry));
        }
        return found;
    }
}
