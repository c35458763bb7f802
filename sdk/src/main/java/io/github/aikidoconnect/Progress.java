package io.github.aikidoconnect;

import java.time.Duration;

/** A progress event of a run, for a console or a log. Its texts contain no secret. */
public sealed interface Progress {

    /** Returns one line for a person, without a full stop. */
    String message();

    /** Returns the event as one line of a log, with the count or the longest possible wait. */
    default String line() {
        if (this instanceof Item item) {
            String total = String.valueOf(item.total());
            return ("[%" + total.length() + "d/%s] %s").formatted(item.done(), total, message());
        }
        if (this instanceof Waiting waiting) {
            // Rounded up: a wait must not take longer than announced.
            long seconds = Math.max(1, (waiting.duration().toMillis() + 999) / 1000);
            return "waiting up to " + seconds + " s: " + message();
        }
        return message();
    }

    /**
     * A step begins.
     *
     * @param message what is being done
     */
    record Step(String message) implements Progress {}

    /**
     * The run will take long.
     *
     * @param message how long, and why
     * @param duration the same as a number
     */
    record Estimate(String message, Duration duration) implements Progress {}

    /**
     * A repository was processed.
     *
     * @param message what happened to which repository
     * @param done how many repositories are processed, including this one
     * @param total how many repositories are to be processed, as far as known
     */
    record Item(String message, int done, int total) implements Progress {}

    /**
     * The run waits.
     *
     * @param message why
     * @param duration the longest possible wait
     */
    record Waiting(String message, Duration duration) implements Progress {}
}
