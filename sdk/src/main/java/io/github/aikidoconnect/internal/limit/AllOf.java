package io.github.aikidoconnect.internal.limit;

import java.time.Duration;

/**
 * Combines two limiters: a call needs the permission of both.
 *
 * @param first the limiter that is entered first
 * @param second the limiter that is entered second and left first
 */
record AllOf(Limiter first, Limiter second) implements Limiter {

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
