package io.github.aikidoconnect.internal.azure.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.limit.FastTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An access token is used while it is valid, and renewed before it expires. */
class RenewedTokensTest {

    private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");

    private final FastTime time = new FastTime() {
        @Override
        public Instant now() {
            return START.plus(passed());
        }
    };
    private final AtomicInteger issued = new AtomicInteger();
    private final Deque<AzureException> refusals = new ArrayDeque<>();

    private RenewedTokens tokens(Duration life) {
        return new RenewedTokens(
                () -> {
                    int number = issued.incrementAndGet();
                    if (!refusals.isEmpty()) {
                        throw refusals.pop();
                    }
                    return new IssuedToken(
                            Secret.of("token-" + number), time.now(), time.now().plus(life));
                },
                time);
    }

    private String after(Duration pause, RenewedTokens tokens) throws InterruptedException {
        time.sleep(pause);
        return tokens.valid().reveal();
    }

    @Test
    void isRequestedOnceForManyCalls() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));

        assertThat(after(Duration.ZERO, tokens)).isEqualTo("token-1");
        assertThat(after(Duration.ofMinutes(54), tokens)).isEqualTo("token-1");
    }

    @Test
    void isRenewedFiveMinutesBeforeItExpires() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        after(Duration.ZERO, tokens);

        assertThat(after(Duration.ofMinutes(55), tokens)).isEqualTo("token-2");
    }

    @Test
    void isRenewedInTheMiddleOfAShortLife() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofMinutes(4));
        after(Duration.ZERO, tokens);

        assertThat(after(Duration.ofSeconds(119), tokens)).isEqualTo("token-1");
        assertThat(after(Duration.ofSeconds(1), tokens)).isEqualTo("token-2");
    }

    @Test
    void isUsedUntilItsEndIfNoOtherIsIssued() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        after(Duration.ZERO, tokens);
        refusals.add(new AzureException(AzureException.Kind.SIGN_IN_FAILED, "HTTP 503"));

        assertThat(after(Duration.ofMinutes(56), tokens)).isEqualTo("token-1");
        assertThat(after(Duration.ofSeconds(10), tokens)).isEqualTo("token-1");
        assertThat(issued).as("a refusal is kept for a minute").hasValue(2);
        assertThat(after(Duration.ofMinutes(1), tokens)).isEqualTo("token-3");
    }

    @Test
    void isNotRequestedAgainByTheCallsAfterARefusal() {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        AzureException refusal = new AzureException(AzureException.Kind.SIGN_IN_FAILED, "AADSTS7000215");
        refusals.add(refusal);

        assertThatThrownBy(tokens::valid).isSameAs(refusal);
        assertThatThrownBy(tokens::valid).isSameAs(refusal);
        assertThat(issued).hasValue(1);
    }

    @Test
    void isReplacedOnceAfterARefusalInTheMiddleOfARun() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        Secret first = tokens.valid();

        assertThat(tokens.insteadOf(first)).as("no token was accepted").isEmpty();
        tokens.accepted();
        assertThat(tokens.insteadOf(first)).contains(Secret.of("token-2"));
        assertThat(tokens.insteadOf(first)).as("another call with the first").contains(Secret.of("token-2"));
        assertThat(tokens.insteadOf(Secret.of("token-2"))).isEmpty();
        assertThat(tokens.valid()).isEqualTo(Secret.of("token-2"));
        assertThat(issued).hasValue(2);
    }

    @Test
    void isNotReplacedIfNoOtherIsIssued() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        Secret first = tokens.valid();
        tokens.accepted();
        refusals.add(new AzureException(AzureException.Kind.SIGN_IN_FAILED, "AADSTS7000215"));

        assertThat(tokens.insteadOf(first)).isEmpty();
    }

    @Test
    void isRequestedOnceByConcurrentCalls() throws Exception {
        RenewedTokens tokens = tokens(Duration.ofHours(1));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            assertThat(callers.invokeAll(Collections.nCopies(50, tokens::valid)))
                    .allSatisfy(call -> assertThat(call.get()).isEqualTo(Secret.of("token-1")));
        } finally {
            callers.shutdown();
        }
        assertThat(issued).hasValue(1);
    }
}
