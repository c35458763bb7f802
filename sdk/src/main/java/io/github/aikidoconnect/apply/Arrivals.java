package io.github.aikidoconnect.apply;

import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.aikido.Aikido;
import io.github.aikidoconnect.aikido.AikidoException;
import io.github.aikidoconnect.aikido.CodeRepository;
import io.github.aikidoconnect.plan.RepositoryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
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
public final class Arrivals {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Aikido aikido;
    private final Finder finder;
    private final Duration limit;
    private final Duration callEvery;
    private final ProgressListener progress;
    private int calls;

    Arrivals(Aikido aikido, Finder finder, Patience patience, ProgressListener progress) {
        this.aikido = aikido;
        this.finder = finder;
        this.limit = patience.limit();
        this.callEvery = patience.callEvery();
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
     */
    public record Patience(Duration limit, Duration callEvery) {}

    /** Is given what has arrived, and returns when it is dealt with. */
    @FunctionalInterface
    interface Receiver {
        void receive(Map<RepositoryPlan, Long> arrived) throws InterruptedException;
    }

    /**
     * Waits until all have arrived, but not longer than the limit.
     *
     * @return those that have not
     */
    List<RepositoryPlan> await(List<RepositoryPlan> expected, Receiver receiver) throws InterruptedException {
        List<RepositoryPlan> missing = new ArrayList<>(expected);
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            // Never at once, and more slowly each time, arrivals or not: activations need the same calls.
            pause(pause, limit.minusNanos(System.nanoTime() - start), missing.size(), expected.size());
            Map<RepositoryPlan, Long> arrived = look(missing);
            missing.removeAll(arrived.keySet());
            if (!arrived.isEmpty()) {
                receiver.receive(arrived);
            }
            if (missing.isEmpty() || System.nanoTime() - start >= limit.toNanos()) {
                return List.copyOf(missing);
            }
            Duration slower = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            Duration affordable = callEvery.multipliedBy(2L * calls);
            pause = slower.compareTo(affordable) < 0 ? affordable : slower;
        }
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
        Thread.sleep(pause.toMillis() + 1);
    }

    /** A list that cannot be read is no news of an import; the next look may succeed. */
    private Map<RepositoryPlan, Long> look(List<RepositoryPlan> missing) throws InterruptedException {
        calls = 1;
        Set<RepositoryPlan> unseen = new HashSet<>(missing);
        try {
            return found(missing, aikido.repositories(page -> {
                calls++;
                unseen.removeAll(found(unseen, page).keySet());
                return unseen.isEmpty();
            }));
        } catch (AikidoException e) {
            return Map.of();
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
