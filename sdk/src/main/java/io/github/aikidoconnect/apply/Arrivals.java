package io.github.aikidoconnect.apply;

import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.aikido.Aikido;
import io.github.aikidoconnect.aikido.AikidoException;
import io.github.aikidoconnect.aikido.CodeRepository;
import io.github.aikidoconnect.plan.RepositoryPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Waits for repositories to appear in Aikido's list. An import tells no one when it is done, so the list is read again
 * and again, more and more slowly: each reading takes calls out of the budget.
 */
public final class Arrivals {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Aikido aikido;
    private final Finder finder;
    private final Duration limit;
    private final ProgressListener progress;

    Arrivals(Aikido aikido, Finder finder, Duration limit, ProgressListener progress) {
        this.aikido = aikido;
        this.finder = finder;
        this.limit = limit;
        this.progress = progress;
    }

    /** Finds a planned repository in a list of Aikido's. */
    @FunctionalInterface
    public interface Finder {
        Optional<CodeRepository> find(RepositoryPlan repository, List<CodeRepository> list);
    }

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
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void pause(Duration wanted, Duration left, int missing, int expected) throws InterruptedException {
        Duration pause = wanted.compareTo(left) < 0 ? wanted : left;
        if (pause.isNegative() || pause.isZero()) {
            return;
        }
        progress.on(new Progress.Waiting(
                "Aikido is importing; " + missing + " of " + expected + " repositories are still to come", pause));
        Thread.sleep(pause.toMillis() + 1);
    }

    /** A list that cannot be read is no news of an import; the next look may succeed. */
    private Map<RepositoryPlan, Long> look(List<RepositoryPlan> missing) throws InterruptedException {
        try {
            return found(
                    missing, aikido.repositories(list -> found(missing, list).size() == missing.size()));
        } catch (AikidoException e) {
            return Map.of();
        }
    }

    private Map<RepositoryPlan, Long> found(List<RepositoryPlan> missing, List<CodeRepository> list) {
        Map<RepositoryPlan, Long> found = new LinkedHashMap<>();
        for (RepositoryPlan repository : missing) {
            finder.find(repository, list).ifPresent(entry -> found.put(repository, entry.id()));
        }
        return found;
    }
}
