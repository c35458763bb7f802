package io.github.aikidoconnect.internal.limit;

import java.time.Duration;

/**
 * Two gates, one behind the other.
 *
 * @param first the one that is entered first
 * @param second the one that is entered with a place at the first, and left before it
 */
public record AllOf(Limiter first, Limiter second) implements Limiter {

    @Override
    public Pass enter() throws InterruptedException {
        Pass outer = first.enter();
        boolean entered = false;
        try {
            Pass inner = second.enter();
            entered = true;
            return () -> {
                inner.close();
                outer.close();
            };
        } finally {
            if (!entered) {
                outer.close();
            }
        }
    }

    @Override
    public void closeFor(Duration pause) {
        first.closeFor(pause);
        second.closeFor(pause);
    }
}
