package io.github.aikidoconnect.internal.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {

    private static final String ENDPOINT = "/aikido/api/oauth/token";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final AtomicLong clock = new AtomicLong();

    @Test
    void isAskedForByTheCredentialsOfTheClient(Simulator simulator) throws InterruptedException {
        token(simulator).get();

        Exchange exchange = simulator.exchanges().get(0);
        String pair = Shop.CLIENT_ID + ":" + Shop.CLIENT_SECRET;
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(exchange.summary()).isEqualTo("POST " + ENDPOINT);
        assertThat(exchange.requestHeader("authorization")).isEqualTo("Basic " + basic);
        assertThat(exchange.requestHeader("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(exchange.requestBody()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void isKeptUntilAMinuteBeforeItExpires(Simulator simulator) throws InterruptedException {
        AccessToken token = token(simulator);
        Secret first = token.get();
        advance(3539);
        assertThat(token.get()).isEqualTo(first);
        advance(1);
        assertThat(token.get()).isNotEqualTo(first);
        assertThat(simulator.exchanges()).hasSize(2);
    }

    @Test
    void isKeptForNineTenthsOfAShortLife() throws InterruptedException {
        Simulator simulator = simulators.start(Scenario.shop().aikido(a -> a.withTokenLifetimeSeconds(5)));
        AccessToken token = token(simulator);
        Secret first = token.get();
        advance(4);
        assertThat(token.get()).isEqualTo(first);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(token.get()).isNotEqualTo(first);
    }

    @Test
    void isKeptForAWhileWhereItsLifeIsNotTold(Simulator simulator) throws InterruptedException {
        answer(simulator, 200, "{\"access_token\":\"t\"}");
        AccessToken token = token(simulator);
        Secret first = token.get();
        advance(60);
        assertThat(token.get()).isEqualTo(first);
    }

    @Test
    void isAskedForOnceByCallsAtTheSameTime(Simulator simulator) throws InterruptedException {
        simulator.faults().once(Match.path(ENDPOINT), Fault.delay(Duration.ofMillis(200)));
        AccessToken token = token(simulator);
        Set<Secret> tokens = new HashSet<>();
        try (Tasks tasks = Tasks.unbounded()) {
            List<Future<Secret>> started = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                started.add(tasks.start(token::get));
            }
            for (Future<Secret> task : started) {
                tokens.add(Tasks.join(task));
            }
        }
        assertThat(tokens).hasSize(1);
        assertThat(simulator.exchanges()).hasSize(1);
    }

    @Test
    void isReplacedOnceByCallsThatWereRefusedAtTheSameTime(Simulator simulator) throws InterruptedException {
        AccessToken token = token(simulator);
        Secret refused = token.get();
        token.discard(refused);
        Secret fresh = token.get();
        token.discard(refused);
        assertThat(token.get()).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void isRefusedToAWrongClientWhateverTheStatus(int status) {
        Simulator simulator = simulators.simulator();
        answer(simulator, status, "{\"error\":\"invalid_client\"}");
        assertThatExceptionOfType(AikidoException.class)
                .isThrownBy(token(simulator)::get)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AikidoException.Kind.CREDENTIALS_REJECTED));
    }

    @Test
    void isRefusedToAWrongSecret(Simulator simulator) {
        assertThatExceptionOfType(AikidoException.class)
                .isThrownBy(token(simulator, Secret.of("wrong"))::get)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AikidoException.Kind.CREDENTIALS_REJECTED))
                .withMessage("HTTP 401: invalid_client");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>sign in</html>",
                "200 | {}",
                "200 | {\"access_token\":null}",
                "200 | {\"access_token\":\"two words\"}",
                "200 | {\"access_token\":\"caf\u00e9\"}",
                "200 | {\"access_token\":\"x\\r\\nHost: other\"}",
                "200 | []",
                "200 | {\"access_token\":\"t\",\"error\":\"invalid_client\"}",
                "503 | {\"error\":\"maintenance\"}"
            })
    void isNoTokenUnlessItIsOne(int status, String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, status, body);
        assertThatExceptionOfType(AikidoException.class)
                .isThrownBy(token(simulator)::get)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(AikidoException.Kind.UNAVAILABLE));
    }

    private static void answer(Simulator simulator, int status, String body) {
        simulator
                .faults()
                .always(
                        Match.path(ENDPOINT),
                        Fault.answer(status, "application/json", body)
                                .withHeaders(Map.of("Content-Type", "application/json", "Retry-After", "0")));
    }

    private void advance(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private AccessToken token(Simulator simulator) {
        return token(simulator, Secret.of(Shop.CLIENT_SECRET));
    }

    private AccessToken token(Simulator simulator, Secret secret) {
        HttpCaller http = new HttpCaller(
                JdkTransport.create(),
                Limiter.OPEN,
                new HttpCaller.Policy(Duration.ofSeconds(30), answer -> false, pause -> {}),
                Time.SYSTEM);
        return new AccessToken(
                http,
                URI.create(simulator.aikidoUrl() + "/api/oauth/token"),
                new Credentials.Client(Secret.of(Shop.CLIENT_ID), secret),
                new Redactor(),
                clock::get);
    }
}
