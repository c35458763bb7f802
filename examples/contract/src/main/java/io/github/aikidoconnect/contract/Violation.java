package io.github.aikidoconnect.contract;

import io.github.aikidoconnect.simulator.http.Exchange;

/**
 * A difference between an exchange and the documentation of the service.
 *
 * @param exchange the exchange
 * @param ofAnswer whether the answer differs, and not the request
 * @param message what differs
 */
public record Violation(Exchange exchange, boolean ofAnswer, String message) {
    @Override
    public String toString() {
        return exchange.summary() + " -> " + exchange.status() + ", " + (ofAnswer ? "answer: " : "request: ") + message;
    }
}
