package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The clock stands still unless a test moves it; a call that waits looks at it once in each window of real time. */
class ProcessWindowTest {

    private static final Duration WINDOW = Duration.ofMillis(100);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RollingWindow window = new RollingWindow(new MemoryWindowStore(clock::get), WINDOW);
    private final Callers callers = new Callers();
    private final Limiter gate = limiter(3);

    @Test
    void letsAsManyCallsThroughAtOnceAsTheLimitAllows() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(gate.enter()).isNotNull();
        }
        assertThat(callers.waits).isEmpty();
    }

    @Test
    void letsEachFurtherCallThroughAsSoonAsTheOldestLeavesTheWindow() throws InterruptedException {
        Callers.use(gate);
        advance(40);
        Callers.use(gate);
        Callers.use(gate);
        advance(10);

        callers.start("fourth", gate);
        assertThat(callers.wait("fourth")).isEqualTo(Duration.ofMillis(50));
        advance(50);
        assertThat(callers.passed()).isEqualTo("fourth");

        callers.start("fifth", gate);
        assertThat(callers.wait("fifth")).isEqualTo(Duration.ofMillis(40));
        advance(40);
        assertThat(callers.passed()).isEqualTo("fifth");
    }

    @Test
    void countsACallFromItsAnswerOn() throws InterruptedException {
        Limiter.Pass slow = gate.enter();
        Callers.use(gate);
        Callers.use(gate);
        advance(90);
        slow.close();
        advance(10);
        Callers.use(gate);
        Callers.use(gate);

        callers.start("next", gate);
        assertThat(callers.wait("next"))
                .as("the slow one left Aikido 10 ms ago")
                .isEqualTo(Duration.ofMillis(90));
        advance(90);
        assertThat(callers.passed()).isEqualTo("next");
    }

    @Test
    void countsCallsThatAreUnderWay() throws InterruptedException {
        gate.enter();
        gate.enter();
        Limiter.Pass third = gate.enter();
        callers.start("fourth", gate);
        assertThat(callers.wait("fourth")).isEqualTo(WINDOW);
        third.close();
        advance(100);
        assertThat(callers.passed()).isEqualTo("fourth");
    }

    @Test
    void letsWaitingCallsThroughInTheOrderInWhichTheyCameAndTellsEachItsOwnTime() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Callers.use(gate);
            advance(10);
        }
        List<Duration> told = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            callers.start(name, gate);
            told.add(callers.wait(name));
        }
        assertThat(told).containsExactly(Duration.ofMillis(70), Duration.ofMillis(80), Duration.ofMillis(90));
        advance(70);
        assertThat(callers.passed()).isEqualTo("a");
        advance(10);
        assertThat(callers.passed()).isEqualTo("b");
        advance(10);
        assertThat(callers.passed()).isEqualTo("c");
    }

    @Test
    void doesNotLetALateCallTakeThePlaceThatAnEarlyOneWaitsFor() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Callers.use(gate);
            advance(10);
        }
        callers.start("early", gate);
        callers.wait("early");
        advance(70);
        // One place is free now, and the early one may not have noticed yet.
        callers.start("late", gate);
        assertThat(callers.wait("late")).isLessThanOrEqualTo(WINDOW);
        assertThat(callers.passed()).isEqualTo("early");
        advance(10);
        assertThat(callers.passed()).isEqualTo("late");
    }

    @Test
    void goesOnWhenACallThatWaitsIsInterrupted() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            Callers.use(gate);
        }
        Thread first = callers.start("first", gate);
        callers.wait("first");
        callers.start("second", gate);
        callers.wait("second");
        first.interrupt();
        assertThat(callers.passed()).isEqualTo("first interrupted");
        advance(100);
        assertThat(callers.passed()).isEqualTo("second");
        for (int i = 0; i < 2; i++) {
            Callers.use(gate);
        }
        assertThat(callers.waits).as("the interrupted call took no place").isEmpty();
    }

    @Test
    void isInterruptedBeforeItWaits() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(gate::enter);
    }

    @Test
    void closesForAsLongAsTheServiceAsks() throws InterruptedException {
        gate.closeFor(Duration.ofSeconds(2));
        gate.closeFor(Duration.ofSeconds(1));
        callers.start("next", gate);
        assertThat(callers.wait("next")).isEqualTo(Duration.ofSeconds(2));
        advance(2000);
        assertThat(callers.passed()).isEqualTo("next");
    }

    @Test
    void staysOpenWhenTheServiceDoesNotSayHowLong() throws InterruptedException {
        gate.closeFor(Duration.ofMillis(-1));
        Callers.use(gate);
        assertThat(callers.waits).isEmpty();
    }

    @Test
    void doesNotHangWhereAnHourIsAskedFor() throws InterruptedException {
        gate.closeFor(Duration.ofHours(1));
        Callers.use(gate);
        assertThat(callers.waits)
                .as("such an answer is a failure, and so is the next")
                .isEmpty();
    }

    @Test
    void isSharedByAllGatesOfAClientWhateverTheirLimit() throws InterruptedException {
        Callers.use(gate);
        Callers.use(gate);
        Limiter larger = limiter(4);
        Callers.use(larger);
        Callers.use(larger);
        assertThat(callers.waits).isEmpty();
        callers.start("next", gate);
        assertThat(callers.wait("next"))
                .as("two places are over the smaller limit")
                .isEqualTo(WINDOW);
        advance(100);
        assertThat(callers.passed()).isEqualTo("next");
    }

    @Test
    void isOneForEachClientOfAUrl() {
        RollingWindow one = RollingWindow.ofProcess("https://one.example", "client", WINDOW);
        assertThat(RollingWindow.ofProcess("https://one.example/", "client", WINDOW))
                .isSameAs(one);
        assertThat(RollingWindow.ofProcess("https://one.example", "other", WINDOW))
                .isNotSameAs(one);
        assertThat(RollingWindow.ofProcess("https://two.example", "client", WINDOW))
                .isNotSameAs(one);
    }

    private void advance(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Limiter limiter(int limit) {
        return RollingWindow.limiter(List.of(window), limit, callers.waits::add, Deadline.none(Time.SYSTEM));
    }
}
