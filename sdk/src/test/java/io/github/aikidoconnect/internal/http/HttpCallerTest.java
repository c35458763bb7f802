package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.limit.Limiter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
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

    private final FastTime time = new FastTime();
    private final Deque<Supplier<CompletableFuture<Transport.Response>>> script = new ArrayDeque<>();
    private final List<HttpCaller.Pause> pauses = new ArrayList<>();
    private final List<Duration> closed = new ArrayList<>();
    private final HttpCaller caller = caller(HALF_A_MINUTE);

    private HttpCaller caller(Duration timeout) {
        return caller(timeout, new Random());
    }

    private HttpCaller caller(Duration timeout, RandomGenerator random) {
        Limiter gate = new Limiter() {
            @Override
            public Pass enter() {
                return () -> {};
            }

            @Override
            public void closeFor(Duration pause) {
                closed.add(pause);
            }
        };
        return new HttpCaller(
                call -> script.removeFirst().get(),
                gate,
                new HttpCaller.Policy(
                        timeout, answer -> answer.header("X-Hopeless").isPresent(), pauses::add),
                time,
                random);
    }

    private HttpCallerTest answers(int status, Map<String, String> headers) {
        script.add(() ->
                CompletableFuture.completedFuture(Answers.of(status, headers).response()));
        return this;
    }

    private HttpCallerTest fails(Throwable failure) {
        script.add(() -> CompletableFuture.failedFuture(failure));
        return this;
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void sendsAReadAgain(int status) throws Exception {
        answers(status, AT_ONCE).answers(200, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(200);
        assertThat(caller.calls()).isEqualTo(2);
        assertThat(pauses).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 302, 400, 401, 403, 404, 501})
    void doesNotSendAgainWhatWillBeAnsweredTheSame(int status) throws Exception {
        answers(status, AT_ONCE);

        assertThat(caller.send(READ).status()).isEqualTo(status);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void neverSendsAWriteAgainThatMayHaveHadItsEffect(int status) throws Exception {
        answers(status, AT_ONCE);

        assertThat(caller.send(WRITE).status()).isEqualTo(status);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void sendsAWriteAgainThatTheRateLimitRefused() throws Exception {
        answers(429, AT_ONCE).answers(200, Map.of());

        assertThat(caller.send(WRITE).status()).isEqualTo(200);
        assertThat(closed).containsExactly(Duration.ZERO);
    }

    @Test
    void sendsAWriteAgainThatWasNeverReceived() throws Exception {
        fails(new ConnectException("Connection refused")).answers(200, Map.of());

        assertThat(caller.send(WRITE).status()).isEqualTo(200);
    }

    @Test
    void neverSendsAWriteAgainWhoseAnswerWasLost() {
        fails(new IOException("Connection reset"));

        assertThatThrownBy(() -> caller.send(WRITE)).isInstanceOf(HttpFailure.class);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void sendsAReadAgainAfterABrokenConnection() throws Exception {
        fails(new IOException("Connection reset")).answers(200, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(200);
        assertThat(pauses).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).contains("closed the connection");
            assertThat(pause.duration()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        });
    }

    @Test
    void waitsLongerEachTimeAndGivesUpAfterFourCalls() throws Exception {
        answers(503, Map.of()).answers(503, Map.of()).answers(503, Map.of()).answers(503, Map.of());

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(pauses)
                .extracting(HttpCaller.Pause::duration)
                .satisfiesExactly(
                        first -> assertThat(first).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000)),
                        second -> assertThat(second).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000)),
                        third -> assertThat(third).isBetween(Duration.ofMillis(2000), Duration.ofMillis(4000)));
    }

    @Test
    void doesNotSendAgainWhatIsHopeless() throws Exception {
        answers(503, Map.of("X-Hopeless", "yes"));

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void waitsAtLeastAsLongAsTheServiceAsks() throws Exception {
        answers(429, Map.of("Retry-After", "1")).answers(200, Map.of());

        caller.send(READ);

        assertThat(time.passed()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(pauses).singleElement().satisfies(pause -> {
            assertThat(pause.reason()).containsIgnoringCase("example.com limited the rate");
            assertThat(pause.duration()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        });
        assertThat(closed).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void doesNotWaitForAServiceThatAsksForMoreThanAPipelineHas() throws Exception {
        answers(429, Map.of("Retry-After", "3600"));

        assertThat(caller.send(READ).status()).isEqualTo(429);
        assertThat(pauses).isEmpty();
    }

    @Test
    void doesNotTryAgainInStepWithAnotherClient() throws Exception {
        Set<List<Duration>> rhythms = new HashSet<>();
        Random seeds = new Random(42);
        for (int client = 0; client < 1000; client++) {
            pauses.clear();
            answers(503, Map.of()).answers(503, Map.of()).answers(503, Map.of()).answers(503, Map.of());
            caller(HALF_A_MINUTE, new Random(seeds.nextLong())).send(READ);
            rhythms.add(pauses.stream().map(HttpCaller.Pause::duration).toList());
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
            pauses.clear();
            answers(429, Map.of("Retry-After", "60")).answers(200, Map.of());
            caller(HALF_A_MINUTE, new Random(seed)).send(READ);
            assertThat(pauses)
                    .singleElement()
                    .satisfies(pause ->
                            assertThat(pause.duration()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75)));
        }
    }

    @Test
    void givesUpWhenTheRepetitionsTakeTooLongAltogetherRatherThanToCallTooEarly() throws Exception {
        Map<String, String> seventy = Map.of("Retry-After", "70");
        answers(429, seventy).answers(429, seventy).answers(429, seventy).answers(429, seventy);

        assertThat(caller.send(READ).status()).isEqualTo(429);
        assertThat(caller.calls()).as("a third pause would end too late").isEqualTo(3);
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void countsTheTimeThatCallsTakeTowardsTheLimit() throws Exception {
        for (int i = 0; i < 4; i++) {
            script.add(() -> {
                pass(Duration.ofSeconds(100));
                return CompletableFuture.completedFuture(Answers.of(503).response());
            });
        }

        assertThat(caller.send(READ).status()).isEqualTo(503);
        assertThat(caller.calls()).isEqualTo(2);
    }

    private void pass(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"200, 7, PT7S", "200, 600, PT1M30S", "429, 7, PT7S", "204, 0, PT0S"})
    void keepsTheNextCallsBackWhereTheServiceAsksForIt(int status, String asked, Duration pause) throws Exception {
        answers(status, Map.of("Retry-After", asked)).answers(200, Map.of());

        caller.send(READ);

        assertThat(closed).containsExactly(pause);
    }

    @ParameterizedTest
    @CsvSource({"429, 600", "404, 7", "200, soon", "503, 600"})
    void keepsNothingBackFor(int status, String asked) throws Exception {
        answers(status, Map.of("Retry-After", asked));

        caller.send(READ);

        assertThat(closed).isEmpty();
    }

    @Test
    void neverSendsAWriteAgainWhoseEncryptedConnectionBroke() {
        SSLException reset = new SSLException("Connection reset");
        reset.initCause(new SocketException("Connection reset"));
        fails(reset).answers(200, Map.of());

        assertThatThrownBy(() -> caller.send(WRITE))
                .isInstanceOf(HttpFailure.class)
                .hasMessageContaining("closed the connection: Connection reset")
                .hasMessageNotContaining("certificate");
        assertThat(caller.calls()).isEqualTo(1);
    }

    @Test
    void readsADateByTheClockOfTheService() {
        Map<String, String> headers =
                Map.of("Date", "Tue, 03 Mar 2026 10:00:00 GMT", "Retry-After", "Tue, 03 Mar 2026 10:00:20 GMT");

        assertThat(RetryAfter.of(Answers.of(429, headers))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void readsADateByItsOwnClockWhereTheServiceTellsNoTime() {
        String later = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(RetryAfter.of(Answers.of(429, Map.of("Date", "yesterday", "Retry-After", later))))
                .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "7, PT7S", "' 7 ', PT7S", "-1,", "soon,", "99999999999999999999,", "'',"})
    void readsThePauseInSeconds(String header, @Nullable Duration pause) {
        Duration read = RetryAfter.of(Answers.of(429, Map.of("Retry-After", header)));

        assertThat(read).isEqualTo(pause == null ? Duration.ofMillis(-1) : pause);
    }

    @Test
    void readsThePauseAsADate() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

        assertThat(RetryAfter.of(until(now.plusMinutes(10)))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(RetryAfter.of(until(now.minusMinutes(10)))).isZero();
        assertThat(RetryAfter.of(null)).isNegative();
    }

    private static HttpAnswer until(ZonedDateTime date) {
        return Answers.of(429, Map.of("Retry-After", date.format(DateTimeFormatter.RFC_1123_DATE_TIME)));
    }

    @Test
    void endsACallWhoseTimeIsUpAndSendsItAgain() throws Exception {
        CompletableFuture<Transport.Response> never = new CompletableFuture<>();
        script.add(() -> never);
        answers(200, Map.of());

        assertThat(caller(Duration.ofMillis(50)).send(READ).status()).isEqualTo(200);
        assertThat(never).isCancelled();
        assertThat(pauses.get(0).reason()).contains("did not answer within");
    }

    @Test
    void endsTheCallOfAThreadThatIsInterrupted() {
        CompletableFuture<Transport.Response> never = new CompletableFuture<>();
        script.add(() -> never);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> caller.send(READ)).isInstanceOf(InterruptedException.class);

        assertThat(never).isCancelled();
        // Cleared for whatever this thread runs next.
        boolean unused = Thread.interrupted();
    }

    @Test
    void saysWhatKeepsACallFromBeingAnswered() {
        assertThat(text(new UnknownHostException("x"))).isEqualTo("example.com was not found in DNS");
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        assertThat(text(unresolved)).isEqualTo("example.com was not found in DNS");
        assertThat(text(new ConnectException("Connection refused"))).isEqualTo("example.com refused the connection");
        assertThat(text(new HttpConnectTimeoutException("x")))
                .isEqualTo("example.com did not accept the connection in time");
        assertThat(text(new SSLHandshakeException("PKIX path building failed")))
                .contains("certificate that this Java runtime does not trust", "keytool -importcert", "trustStore");
        assertThat(text(new CompletionException(new ConnectException())))
                .isEqualTo("example.com refused the connection");
        assertThat(text(new IOException("Connection reset")))
                .isEqualTo("example.com closed the connection: Connection reset");
        assertThat(text(new IOException())).isEqualTo("example.com closed the connection");
        assertThat(text(new ConnectException("the proxy wants a password")))
                .isEqualTo("example.com could not be reached: the proxy wants a password");
    }

    private static String text(Throwable failure) {
        URI uri = URI.create("https://example.com/path?accountName=b");
        return String.valueOf(FailureText.of(uri, failure, HALF_A_MINUTE).getMessage());
    }

    @Test
    void namesThePortWhereThereIsOne() {
        assertThat(FailureText.of(URI.create("https://example.com:8443/"), new ConnectException(), HALF_A_MINUTE))
                .hasMessage("example.com:8443 refused the connection");
    }

    @Test
    void knowsWhenNothingWasSent() {
        assertThat(FailureText.of(PLACE, new ConnectException(), HALF_A_MINUTE).nothingSent())
                .isTrue();
        assertThat(FailureText.of(PLACE, new UnknownHostException(), HALF_A_MINUTE)
                        .nothingSent())
                .isTrue();
        assertThat(FailureText.of(PLACE, new IOException("reset"), HALF_A_MINUTE)
                        .nothingSent())
                .isFalse();
        assertThat(FailureText.of(PLACE, new TimeoutException(), HALF_A_MINUTE).nothingSent())
                .isFalse();
    }

    @Test
    void showsNothingOfACallButItsPlace() {
        Secret secret = Secret.of("fakeToken");
        HttpCall call = new HttpCall("POST", PLACE, new Credentials.Bearer(secret), "text/plain", "the body");

        assertThat(call.toString()).isEqualTo("POST example.com/a");
        assertThat(List.of(
                                new Credentials.AccessToken(secret),
                                new Credentials.Bearer(secret),
                                new Credentials.Client(secret, secret))
                        .toString())
                .doesNotContain("fakeToken");
        assertThat(Answers.of(200).toString()).isEqualTo("200, 8 bytes");
    }

    @Test
    void provesTheSenderAsTheServicesWantIt() {
        assertThat(new Credentials.None().header()).isEmpty();
        assertThat(new Credentials.AccessToken(Secret.of("pat")).header()).contains("Basic OnBhdA==");
        assertThat(new Credentials.Client(Secret.of("id"), Secret.of("pw")).header())
                .contains("Basic aWQ6cHc=");
        assertThat(new Credentials.Bearer(Secret.of("jwt")).header()).contains("Bearer jwt");
    }
}
