package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Threads that each send a call through a limiter; what they were told and who passed, in order. */
final class Callers {

    final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    final BlockingQueue<String> passed = new LinkedBlockingQueue<>();

    static void use(Limiter limiter) throws InterruptedException {
        limiter.enter().close();
    }

    Thread start(String name, Limiter by) {
        Thread thread = new Thread(() -> {
            try {
                use(by);
                passed.add(name);
            } catch (InterruptedException e) {
                passed.add(name + " interrupted");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Returns the wait that the next call was told. */
    Duration wait(String name) throws InterruptedException {
        Duration wait = waits.poll(30, TimeUnit.SECONDS);
        assertThat(wait).as(name + " waits").isNotNull();
        return wait == null ? Duration.ZERO : wait;
    }

    /** Returns who passed next. */
    String passed() throws InterruptedException {
        return String.valueOf(passed.poll(30, TimeUnit.SECONDS));
    }
}
