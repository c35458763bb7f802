package io.github.aikidoconnect.internal.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A time in which pauses are over at once, and which otherwise stands still. */
public class FastTime implements Time {

    private final AtomicLong now = new AtomicLong();

    @Override
    public long nanos() {
        return now.get();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration pause) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        now.addAndGet(pause.toNanos());
    }

    /** Returns how much time has passed. */
    public Duration passed() {
        return Duration.ofNanos(now.get());
    }
}
