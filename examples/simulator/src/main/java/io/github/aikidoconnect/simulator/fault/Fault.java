package io.github.aikidoconnect.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose with a call.
 *
 * @param kind what goes wrong
 * @param delayMillis the time before it does
 * @param status the status of {@link Kind#ANSWER}; 0 is 500
 * @param headers the headers of {@link Kind#ANSWER}
 * @param body the body of {@link Kind#ANSWER}; none when absent
 * @param effect whether the service carries the call out all the same, as one that fails late does
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

    /** What goes wrong. */
    public enum Kind {
        /** Only the delay: the service's own answer follows. */
        @JsonProperty("delay")
        DELAY,
        /** Another answer takes the place of the service's. */
        @JsonProperty("answer")
        ANSWER,
        /** No answer comes for as long as the simulator runs. */
        @JsonProperty("hang")
        HANG,
        /** The connection is reset instead of an answer. */
        @JsonProperty("reset")
        RESET,
        /** The connection is closed in the middle of the service's own answer. */
        @JsonProperty("truncate")
        TRUNCATE,
        /** Half of the service's own answer comes, and nothing after it for as long as the simulator runs. */
        @JsonProperty("stall")
        STALL,
        /** Bytes that are no HTTP come instead of an answer. */
        @JsonProperty("garbage")
        GARBAGE,
        /** An answer of 100 MB comes, which begins like a list. */
        @JsonProperty("flood")
        FLOOD
    }

    /** An answer without a body in place of the service's. */
    public static Fault answer(int status) {
        return of(Kind.ANSWER).withStatus(status);
    }

    /** An answer in place of the service's. */
    public static Fault answer(int status, String contentType, String body) {
        return answer(status).withHeaders(Map.of("Content-Type", contentType)).withBody(body);
    }

    /** The service's answer, late. */
    public static Fault delay(Duration delay) {
        return of(Kind.DELAY).withDelayMillis(delay.toMillis());
    }

    /** No answer at all. */
    public static Fault hang() {
        return of(Kind.HANG);
    }

    /**
     * The connection is reset, and the service has done nothing. The JDK's client sends a GET once more by itself when
     * that happens on a connection which it had used before, so one reset alone can go unseen.
     */
    public static Fault reset() {
        return of(Kind.RESET);
    }

    /** The connection is reset after the service has done what it was asked: the answer is lost. */
    public static Fault lostAnswer() {
        return of(Kind.RESET).withEffect(true);
    }

    /** The connection ends in the middle of the answer. */
    public static Fault truncate() {
        return of(Kind.TRUNCATE).withEffect(true);
    }

    /** Half of the answer, and then nothing more. */
    public static Fault stall() {
        return of(Kind.STALL).withEffect(true);
    }

    /** Bytes that are no HTTP. */
    public static Fault garbage() {
        return of(Kind.GARBAGE);
    }

    /** An answer of 100 MB. */
    public static Fault flood() {
        return of(Kind.FLOOD);
    }

    private static Fault of(Kind kind) {
        return FaultBuilder.builder().kind(kind).build();
    }
}
