package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** A gate that lets so many calls be under way at a time, in the order in which they came. */
public final class ConcurrencyLimit implements Limiter {

    private final Semaphore places;

    public ConcurrencyLimit(int calls) {
        places = new Semaphore(calls, true);
    }

    @Override
    public Pass enter() throws InterruptedException {
        places.acquire();
        return places::release;
    }

    @Override
    public void closeFor(Duration pause) {
        // Somebody else's: a pause is about when, and this is about how many.
    }
}
