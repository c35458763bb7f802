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
 * Waits for repositories to appear in Aikido's list. An import tells no one when it is done, so the list is read again
 * and again, more and more slowly: each reading takes calls out of the budget, the more the longer the list is, and never
 * more than half of them.
 */
public final class ImportPolling {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** An import that may never have begun is not given the time of one that has. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    /** What one look is refused for, every further one will be. */
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

    /** Reads a list of Aikido's once, to find any number of planned repositories in it. */
    @FunctionalInterface
    public interface Finder {
        Function<RepositoryPlan, Optional<CodeRepository>> in(List<CodeRepository> list);
    }

    /**
     * How long to wait.
     *
     * @param limit the longest time for all to arrive
     * @param callEvery the time that the budget has for each call
     * @param time lets it pass
     */
    public record Patience(Duration limit, Duration callEvery, Time time) {}

    /** Is given what has arrived, and returns when it is dealt with: whether there is any use in more. */
    @FunctionalInterface
    interface Receiver {
        boolean receive(Map<RepositoryPlan, Long> arrived) throws InterruptedException;
    }

    /**
     * What the waiting came to.
     *
     * @param missing what has not arrived
     * @param anyArrived whether anything has
     * @param failure why the last look at the list failed
     */
    record Waited(List<RepositoryPlan> missing, boolean anyArrived, Optional<AikidoException> failure) {

        /** Returns whether it ended because no look will succeed. */
        boolean isRefused() {
            return failure.map(AikidoException::kind).filter(FINAL::contains).isPresent();
        }
    }

    /** What a look at the list found, or why it found nothing. */
    private record Look(Map<RepositoryPlan, Long> arrived, Optional<AikidoException> failure) {}

    /**
     * Waits until all have arrived, but not longer than the limit.
     *
     * @param begun whether the import is known to have begun; as long as nothing has arrived of one that may not have,
     *     the wait is short
     */
    Waited await(List<RepositoryPlan> expected, boolean begun, Receiver receiver) throws InterruptedException {
        List<RepositoryPlan> missing = new ArrayList<>(expected);
        long start = time.nanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            boolean certain = begun || missing.size() < expected.size();
            // Never at once, and more slowly each time, arrivals or not: activations need the same calls.
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
                "Aikido is importing; " + missing + " of " + expected + " repositories are still to come", pause));
        time.sleep(pause);
    }

    /** A list that cannot be read is no news of an import; the next look may succeed. */
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

    private Map<RepositoryPlan, Long> found(Collection<RepositoryPlan> missing, List<CodeRepository> list) {
        Function<RepositoryPlan, Optional<CodeRepository>> entries = finder.in(list);
        Map<RepositoryPlan, Long> found = new LinkedHashMap<>();
        for (RepositoryPlan repository : missing) {
            entries.apply(repository).ifPresent(entry -> found.put(repository, entry.id()));
        }
        return found;
    }
}
