package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, what is not, after how long, and what is said when no answer comes. */
class HttpCallerTest {

    private static final Map<String, String> AT_ONCE = Map.of("Retry-After", "0");
    private static final URI PLACE = URI.create("https://Example.com/a?secret=b");
    private static final HttpCall READ = HttpCall.get(PLACE, new Credentials.None());
    private static final HttpCall WRITE = new HttpCall("POST", PLACE, new Credentials.None(), "application/json", "{}");

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final ScriptedService service = new ScriptedService();
    private final HttpCaller caller = service.caller(HALF_A_MINUTE);

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void sendsAReadAgain(int status) throws Exception {
        service.answers(status, AT_ONCE).answers(200, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(200);
        assertThat(caller.calls()).isEqualTo(2);
        assertThat(service.pauses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 302, 400, 401, 403, 404, 501})
    void doesNotSendAgainWhatWillBeAnsweredTheSame(int status) throws Exception {
        service.answers(status, AT_ONCE);

        assertThat(caller.send(READ).status()).isEqualTo(status);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void neverSendsAWriteAgainThatMayHaveHadItsEffect(int status) throws Exception {
        service.answers(status, AT_ONCE);

        assertThat(caller.send(WRITE).status()).isEqualTo(status);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void sendsAWriteAgainThatTheRateLimitRefused() throws Exception {
        service.answers(429, AT_ONCE).answers(200, Map.of());

        assertThat(caller.send(WRITE).status()).isEqualTo(200);
        assertThat(service.closed()).containsExactly(Duration.ZERO);
    }

    @Test
    void sendsAWriteAgainThatWasNeverReceived() throws Exception {
        service.fails(new ConnectException("Connection refused")).answers(200, Map.of());

        assertThat(caller.send(WRITE).status()).isEqualTo(200);
    }

    @Test
    void neverSendsAWriteAgainWhoseAnswerWasLost() {
        service.fails(new IOException("Connection reset"));

        assertThatThrownBy(() -> caller.send(WRITE)).isInstanceOf(HttpFailure.class);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void sendsAReadAgainAfterABrokenConnection() throws Exception {
        service.fails(new IOException("Connection reset")).answers(200, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(200);
        assertThat(service.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).contains("closed the connection");
            assertThat(pause.duration()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        });
    }

    @Test
    void waitsLongerEachTimeAndGivesUpAfterFourCalls() throws Exception {
        service.answers(503, Map.of())
                .answers(503, Map.of())
                .answers(503, Map.of())
                .answers(503, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(service.pauses())
                .extracting(HttpCaller.Pause::duration)
                .satisfiesExactly(
                        first -> assertThat(first).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000)),
                        second -> assertThat(second).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000)),
                        third -> assertThat(third).isBetween(Duration.ofMillis(2000), Duration.ofMillis(4000)));
    }

    @Test
    void doesNotSendAgainWhatIsHopeless() throws Exception {
        service.answers(503, Map.of("X-Hopeless", "yes"));

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void waitsAtLeastAsLongAsTheServiceAsks() throws Exception {
        service.answers(429, Map.of("Retry-After", "1")).answers(200, Map.of());

        caller.send(READ);

        assertThat(service.time().passed()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(service.pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).containsIgnoringCase("example.com limited the rate");
            assertThat(pause.duration()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        });
        assertThat(service.closed()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitForAServiceThatAsksForMoreThanAPipelineHas() throws Exception {
        service.answers(429, Map.of("Retry-After", "3600"));

        assertThat(caller.send(READ).status()).isEqualTo(429);
        assertThat(service.pauses()).isEmpty();
    }

    @Test
    void doesNotTryAgainInStepWithAnotherClient() throws Exception {
        Set<List<Duration>> rhythms = new HashSet<>();
        Random seeds = new Random(42);
        for (int client = 0; client < 1000; client++) {
            service.pauses().clear();
            service.answers(503, Map.of())
                    .answers(503, Map.of())
                    .answers(503, Map.of())
                    .answers(503, Map.of());
            service.caller(HALF_A_MINUTE, new Random(seeds.nextLong())).send(READ);
            rhythms.add(
                    service.pauses().stream().map(HttpCaller.Pause::duration).toList());
        }

        // Of a thousand that failed together no more than a few begin their second attempt in the same 20 ms.
        Map<Long, Long> crowds = rhythms.stream()
                .collect(Collectors.groupingBy(rhythm -> rhythm.get(0).toMillis() / 20, Collectors.counting()));
        assertThat(rhythms).hasSizeGreaterThan(990);
        assertThat(crowds.values()).allMatch(crowd -> crowd < 100);
    }

    @Test
    void neverCallsBeforeTheServiceWantsItWhateverChanceSays() throws Exception {
        for (int seed = 0; seed < 100; seed++) {
            service.pauses().clear();
            service.answers(429, Map.of("Retry-After", "60")).answers(200, Map.of());
            service.caller(HALF_A_MINUTE, new Random(seed)).send(READ);
            assertThat(service.pauses())
                    .singleElement()
                    .satisfies(pause ->
                            assertThat(pause.duration()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75)));
        }
    }

    @Test
    void givesUpWhenTheRepetitionsTakeTooLongAltogetherRatherThanToCallTooEarly() throws Exception {
        Map<String, String> seventy = Map.of("Retry-After", "70");
        service.answers(429, seventy)
                .answers(429, seventy)
                .answers(429, seventy)
                .answers(429, seventy);

        assertThat(caller.send(READ).status()).isEqualTo(429);
        assertThat(caller.calls()).as("a third pause would end too late").isEqualTo(3);
        assertThat(service.time().passed()).isLessThanOrEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void countsTheTimeThatCallsTakeTowardsTheLimit() throws Exception {
        for (int i = 0; i < 4; i++) {
            service.answers(() -> {
                pass(Duration.ofSeconds(100));
                return CompletableFuture.completedFuture(Answers.of(503).response());
            });
        }

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(caller.calls()).isEqualTo(2);
    }

    private void pass(Duration duration) {
        try {
            service.time().sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 7, PT7S", "200, 600, PT1M30S", "429, 7, PT7S", "204, 0, PT0S"})
    void keepsTheNextCallsBackWhereTheServiceAsksForIt(int status, String asked, Duration pause) throws Exception {
        service.answers(status, Map.of("Retry-After", asked)).answers(200, Map.of());

        caller.send(READ);

        assertThat(service.closed()).containsExactly(pause);
    }

    @ParameterizedTest
    @CsvSource({"429, 600", "404, 7", "200, soon", "503, 600"})
    void keepsNothingBackFor(int status, String asked) throws Exception {
        service.answers(status, Map.of("Retry-After", asked));

        caller.send(READ);

        assertThat(service.closed()).isEmpty();
    }

    @Test
    void neverSendsAWriteAgainWhoseEncryptedConnectionBroke() {
        SSLException reset = new SSLException("Connection reset");
        reset.initCause(new SocketException("Connection reset"));
        service.fails(reset).answers(200, Map.of());

        assertThatThrownBy(() -> caller.send(WRITE))
                .isInstanceOf(HttpFailure.class)
                .hasMessageContaining("closed the connection: Connection reset")
                .hasMessageNotContaining("certificate");
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void endsACallWhoseTimeIsUpAndSendsItAgain() throws Exception {
        CompletableFuture<Transport.Response> never = new CompletableFuture<>();
        service.answers(() -> never);
        service.answers(200, Map.of());

        assertThat(service.caller(Duration.ofMillis(50)).send(READ).status()).isEqualTo(200);
        assertThat(never).isCancelled();
        assertThat(service.pauses().get(0).reason()).contains("did not answer within");
    }

    @Test
    void endsTheCallOfAThreadThatIsInterrupted() {
        CompletableFuture<Transport.Response> never = new CompletableFuture<>();
        service.answers(() -> never);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> caller.send(READ)).isInstanceOf(InterruptedException.class);

        assertThat(never).isCancelled();
        // Cleared for whatever this thread runs next.
        boolean unused = Thread.interrupted();
    }
}
