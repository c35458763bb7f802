package io.github.aikidoconnect.http;

import java.time.Duration;

/**
 * Two gates, one behind the other.
 *
 * @param first the one that may take longer: nobody holds a place at the second while waiting for it
 * @param second the one that is left again first
 */
public record Gates(Gate first, Gate second) implements Gate {

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
