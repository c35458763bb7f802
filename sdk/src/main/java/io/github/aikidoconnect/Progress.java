package io.github.aikidoconnect;

import java.time.Duration;

/** What a run is doing at the moment, for a console or a log. Texts hold no secret. */
public sealed interface Progress {

    /** One line for a person, without a full stop. */
    String message();

    /** The same as one line of a log: with the count, or with how long it waits at the most. */
    default String line() {
        if (this instanceof Item item) {
            String total = String.valueOf(item.total());
            return ("[%" + total.length() + "d/%s] %s").formatted(item.done(), total, message());
        }
        if (this instanceof Waiting waiting) {
            // Rounded up: a wait that is told is never longer than it was said to be.
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
     * A repository is done.
     *
     * @param message what happened to which repository
     * @param done how many are done, this one included
     * @param total how many there are to do, as far as is known
     */
    record Item(String message, int done, int total) implements Progress {}

    /**
     * The run waits.
     *
     * @param message why
     * @param duration how long at the most
     */
    record Waiting(String message, Duration duration) implements Progress {}
}
