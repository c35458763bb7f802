package io.github.aikidoconnect.simulator.http;

import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Faults;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Receives every call for the services, applies faults, and records the exchange. */
public final class Gateway {
    private final Faults faults;
    private final Consumer<Exchange> journal;
    private final CountDownLatch closed = new CountDownLatch(1);

    public Gateway(Faults faults, Consumer<Exchange> journal) {
        this.faults = faults;
        this.journal = journal;
    }

    /** Ends hanging calls. */
    public void close() {
        closed.countDown();
    }

    /** Returns a handler for the HTTP library that uses a route. */
    public Handler handler(Route route) {
        return context -> handle(context, route);
    }

    private void handle(Context context, Route route) throws Exception {
        long start = System.nanoTime();
        Call call = receive(context);
        Fault fault = faults.next(call.method(), call.decodedPath(), call.query());
        if (fault == null || fault.kind() == Fault.Kind.DELAY) {
            if (fault != null) {
                pause(fault);
            }
            Answer answer = route.answer(call);
            record(call, answer, start, false);
            Wire.send(context, answer);
            return;
        }
        pause(fault);
        Answer own = fault.effect() ? route.answer(call) : null;
        spoil(context, call, fault, own, start);
    }

    private void spoil(Context context, Call call, Fault fault, @Nullable Answer own, long start) throws Exception {
        switch (fault.kind()) {
            case ANSWER -> {
                Answer answer =
                        new Answer(fault.status(), fault.headers(), Objects.requireNonNullElse(fault.body(), ""));
                record(call, answer, start, true);
                Wire.send(context, answer);
            }
            case TRUNCATE -> {
                Answer answer = own == null ? Answer.empty(200) : own;
                record(call, answer, start, true);
                Wire.truncate(context, answer);
            }
            case STALL -> {
                Answer answer = own == null ? Answer.empty(200) : own;
                record(call, answer, start, true);
                Wire.half(context, answer);
                closed.await();
                Wire.reset(context);
            }
            case GARBAGE -> {
                record(call, Answer.empty(0), start, true);
                Wire.garbage(context);
            }
            case FLOOD -> {
                record(call, Answer.empty(200), start, true);
                Wire.flood(context);
            }
            case HANG -> {
                record(call, Answer.empty(0), start, true);
                closed.await();
                Wire.reset(context);
            }
            default -> {
                record(call, Answer.empty(0), start, true);
                Wire.reset(context);
            }
        }
    }

    private void pause(Fault fault) throws InterruptedException {
        if (fault.delayMillis() > 0 && closed.await(fault.delayMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The simulator was closed");
        }
    }

    private void record(Call call, Answer answer, long start, boolean faulted) {
        journal.accept(new Exchange(
                call.method(),
                call.path(),
                call.query(),
                call.headers(),
                call.body(),
                answer.status(),
                answer.headers(),
                answer.body(),
                start,
                System.nanoTime(),
                faulted));
    }

    private static Call receive(Context context) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    List.copyOf(Collections.list(context.req().getHeaders(name))));
        }
        return new Call(
                context.req().getMethod(),
                context.req().getRequestURI(),
                context.path(),
                Objects.requireNonNullElse(context.queryString(), ""),
                Map.copyOf(context.pathParamMap()),
                Map.copyOf(context.queryParamMap()),
                Collections.unmodifiableMap(headers),
                context.body());
    }
}
