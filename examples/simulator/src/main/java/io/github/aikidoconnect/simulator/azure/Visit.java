package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Token;

/** A call that passed all checks. */
record Visit(Call call, Organization organization, Token token) {
    /** Answers a call that passed all checks. */
    @FunctionalInterface
    interface Endpoint {
        Answer answer(Visit visit);
    }
}
