package io.github.aikidoconnect;

import java.time.Duration;

/** What a run is doing at the moment, for a console or a log. Texts hold no secret. */
public sealed interface Progress {

    /** One line for a person, without a full stop. */
    String message();

    /**
     * A step begins.
     *
     * @param message what is being done
     */
    record Step(String message) implements Progress {}

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
