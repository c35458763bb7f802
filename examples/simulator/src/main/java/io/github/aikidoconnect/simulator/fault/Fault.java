package io.github.aikidoconnect.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deliberate fault of a call.
 *
 * @param kind the kind of fault
 * @param delayMillis the delay before the fault
 * @param status the status of {@link Kind#ANSWER}; 0 is 500
 * @param headers the headers of {@link Kind#ANSWER}
 * @param body the body of {@link Kind#ANSWER}; none if absent
 * @param effect whether the service still carries the call out, like a service that fails late
 */
@RecordBuilder
public record Fault(
        Kind kind,
        long delayMillis,
        int status,
        Map<String, String> headers,
        @Nullable String body,
        boolean effect) implements FaultBuilder.With {
    public Fault {
        kind = kind == null ? Kind.DELAY : kind;
        status = status == 0 ? 500 : status;
        headers = headers == null ? Map.of() : Map.copyOf(headers);
    }

    /** The kinds of faults. */
    public enum Kind {
        /** Only the delay: the service's own answer follows. */
        @JsonProperty("delay")
        DELAY,
        /** Another answer replaces the service's answer. */
        @JsonProperty("answer")
        ANSWER,
        /** No answer is sent while the simulator runs. */
        @JsonProperty("hang")
        HANG,
        /** The connection is reset instead of an answer. */
        @JsonProperty("reset")
        RESET,
        /** The connection is closed in the middle of the service's own answer. */
        @JsonProperty("truncate")
        TRUNCATE,
        /** Half of the service's own answer is sent, and nothing more while the simulator runs. */
        @JsonProperty("stall")
        STALL,
        /** Bytes that are not HTTP are sent instead of an answer. */
        @JsonProperty("garbage")
        GARBAGE,
        /** An answer of 100 MB is sent, which begins like a list. */
        @JsonProperty("flood")
        FLOOD
    }

    /** Returns a fault that answers without a body. */
    public static Fault answer(int status) {
        return of(Kind.ANSWER).withStatus(status);
    }

    /** Returns a fault that replaces the service's answer. */
    public static Fault answer(int status, String contentType, String body) {
        return answer(status).withHeaders(Map.of("Content-Type", contentType)).withBody(body);
    }

    /** Returns a fault that delays the service's answer. */
    public static Fault delay(Duration delay) {
        return of(Kind.DELAY).withDelayMillis(delay.toMillis());
    }

    /** Returns a fault without an answer. */
    public static Fault hang() {
        return of(Kind.HANG);
    }

    /**
     * Returns a fault that resets the connection before the service does anything. The JDK's client repeats a GET itself
     * if this happens on a reused connection, so that a single reset can remain unnoticed.
     */
    public static Fault reset() {
        return of(Kind.RESET);
    }

    /** Returns a fault that resets the connection after the service carried the call out: the answer is lost. */
    public static Fault lostAnswer() {
        return of(Kind.RESET).withEffect(true);
    }

    /** Returns a fault that closes the connection in the middle of the answer. */
    public static Fault truncate() {
        return of(Kind.TRUNCATE).withEffect(true);
    }

    /** Returns a fault that sends half of the answer and nothing more. */
    public static Fault stall() {
        return of(Kind.STALL).withEffect(true);
    }

    /** Returns a fault that sends bytes that are not HTTP. */
    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    /** Returns a fault that sends an answer of 100 MB. */
    public static Fault flood() {
        return of(Kind.FLOOD);
    }

    private static Fault of(Kind kind) {
        return FaultBuilder.builder().kind(kind).build();
    }
}
