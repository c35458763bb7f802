package io.github.aikidoconnect.internal.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Clients of a simulated Aikido, and the answers that the simulator gives them. */
final class Clients {

    static final String LIST = "/aikido/api/public/v1/repositories/code";

    private Clients() {}

    static List<Exchange> calls(Simulator simulator, String method, String path) {
        String end = path.replace("**", "");
        return simulator.exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals(method) && exchange.path().endsWith(end))
                .toList();
    }

    static AikidoException failure(ThrowingCallable call) {
        AikidoException failure = catchThrowableOfType(AikidoException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    static void answer(Simulator simulator, Match match, int status, String body) {
        simulator
                .faults()
                .always(
                        match,
                        Fault.answer(status, "application/json", body)
                                .withHeaders(Map.of("Content-Type", "application/json", "Retry-After", "0")));
    }

    static Scenario listing(List<CodeRepository> repositories) {
        return Scenario.shop().workspace(w -> w.withRepositories(repositories));
    }

    static List<CodeRepository> repositories(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> CodeRepository.of(
                        i, "r" + i, false, "id-" + i, "https://dev.azure.com/contoso/Shop%20Front/_git/r" + i))
                .toList();
    }

    static Aikido client(Simulator simulator) {
        return client(simulator.aikidoUrl());
    }

    static Aikido client(URI url) {
        JdkTransport transport = JdkTransport.create();
        HttpCaller http = new HttpCaller(
                transport,
                Limiter.OPEN,
                new HttpCaller.Policy(Duration.ofSeconds(30), answer -> false, pause -> {}),
                Time.SYSTEM);
        return new Aikido(
                http,
                http,
                url,
                new Credentials.Client(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET)),
                new Redactor());
    }
}
