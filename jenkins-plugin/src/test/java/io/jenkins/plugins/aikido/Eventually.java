package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread does. It returns as soon as it can; only a hanging test reaches the limit. */
final class Eventually {

    private static final Duration MOST = Duration.ofMinutes(3);

    private Eventually() {}

    static void holds(Callable<Boolean> condition) {
        long end = System.nanoTime() + MOST.toNanos();
        try {
            while (!condition.call()) {
                assertThat(System.nanoTime() - end)
                        .as("the condition holds in time")
                        .isNegative();
                Thread.sleep(20);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
