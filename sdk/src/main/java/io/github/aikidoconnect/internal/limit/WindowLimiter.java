package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The limiter of one run, whose calls several windows count.
 *
 * @param windows the windows, in the order in which a call enters them
 * @param limit the number of calls in a window
 * @param onWait receives the expected wait, once for each call that waits
 * @param deadline the end of the run
 */
record WindowLimiter(List<RollingWindow> windows, int limit, Consumer<Duration> onWait, Deadline deadline)
        implements Limiter {

    private record Entered(RollingWindow window, String id) {}

    @Override
    public Pass enter() throws InterruptedException {
        Deque<Entered> entered = new ArrayDeque<>();
        boolean all = false;
        try {
            for (RollingWindow window : windows) {
                entered.push(new Entered(window, window.enter(limit, onWait, deadline)));
            }
            all = true;
            return () -> entered.forEach(each -> each.window().leave(each.id()));
        } finally {
            if (!all) {
                entered.forEach(each -> each.window().cancel(each.id()));
            }
        }
    }

    @Override
    public void closeFor(Duration pause) {
        if (!pause.isNegative() && pause.compareTo(RollingWindow.LONGEST_PAUSE) <= 0) {
            windows.forEach(window -> window.closeFor(pause));
        }
    }
}
