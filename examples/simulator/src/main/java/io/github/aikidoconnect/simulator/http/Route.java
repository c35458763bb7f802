package io.github.aikidoconnect.simulator.http;

/** Answers the calls to one path. */
@FunctionalInterface
public interface Route {
    Answer answer(Call call);
}
