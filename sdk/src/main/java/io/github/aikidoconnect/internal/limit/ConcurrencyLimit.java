package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Limits the number of concurrent calls. Calls pass in the order in which they arrived. */
final class ConcurrencyLimit implements Limiter {

    private final Semaphore places;

    ConcurrencyLimit(int calls) {
        places = new Semaphore(calls, true);
    }

    @Override
    public Pass enter() throws InterruptedException {
        places.acquire();
        return places::release;
    }

    @Override
    public void closeFor(Duration pause) {
        // A pause is the concern of another limiter.
    }
}
