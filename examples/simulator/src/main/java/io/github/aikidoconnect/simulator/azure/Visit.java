package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Token;

/** A call that was let in. */
record Visit(Call call, Organization organization, Token token) {
    /** What a resource answers to a call that was let in. */
    @FunctionalInterface
    interface Endpoint {
        Answer answer(Visit visit);
    }
}
