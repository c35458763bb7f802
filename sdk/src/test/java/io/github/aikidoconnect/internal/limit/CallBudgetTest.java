package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The clock stands still unless a test moves it; a call that waits looks at it once in each window of real time. */
class CallBudgetTest {

    private static final Duration WINDOW = Duration.ofMillis(100);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);
    private final CallBudget budget = new CallBudget(WINDOW, clock::get);
    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> passed = new LinkedBlockingQueue<>();
    private final Limiter gate = budget.gate(3, waits::add, Deadline.none(Time.SYSTEM));

    @Test
    void letsAsManyCallsThroughAtOnceAsTheLimitAllows() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(gate.enter()).isNotNull();
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void letsEachFurtherCallThroughAsSoonAsTheOldestLeavesTheWindow() throws InterruptedException {
        use(gate);
        advance(40);
        use(gate);
        use(gate);
        advance(10);

        start("fourth", gate);
        assertThat(wait("fourth")).isEqualTo(Duration.ofMillis(50));
        advance(50);
        assertThat(passed()).isEqualTo("fourth");

        start("fifth", gate);
        assertThat(wait("fifth")).isEqualTo(Duration.ofMillis(40));
        advance(40);
        assertThat(passed()).isEqualTo("fifth");
    }

    @Test
    void countsACallFromItsAnswerOn() throws InterruptedException {
        Limiter.Pass slow = gate.enter();
        use(gate);
        use(gate);
        advance(90);
        slow.close();
        advance(10);
        use(gate);
        use(gate);

        start("next", gate);
        assertThat(wait("next")).as("the slow one left Aikido 10 ms ago").isEqualTo(Duration.ofMillis(90));
        advance(90);
        assertThat(passed()).isEqualTo("next");
    }

    @Test
    void countsCallsThatAreUnderWay() throws InterruptedException {
        gate.enter();
        gate.enter();
        Limiter.Pass third = gate.enter();
        start("fourth", gate);
        assertThat(wait("fourth")).isEqualTo(WINDOW);
        third.close();
        advance(100);
        assertThat(passed()).isEqualTo("fourth");
    }

    @Test
    void letsWaitingCallsThroughInTheOrderInWhichTheyCameAndTellsEachItsOwnTime() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            use(gate);
            advance(10);
        }
        List<Duration> told = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            start(name, gate);
            told.add(wait(name));
        }
        assertThat(told).containsExactly(Duration.ofMillis(70), Duration.ofMillis(80), Duration.ofMillis(90));
        advance(70);
        assertThat(passed()).isEqualTo("a");
        advance(10);
        assertThat(passed()).isEqualTo("b");
        advance(10);
        assertThat(passed()).isEqualTo("c");
    }

    @Test
    void doesNotLetALateCallTakeThePlaceThatAnEarlyOneWaitsFor() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            use(gate);
            advance(10);
        }
        start("early", gate);
        wait("early");
        advance(70);
        // One place is free now, and the early one may not have noticed yet.
        start("late", gate);
        assertThat(wait("late")).isLessThanOrEqualTo(WINDOW);
        assertThat(passed()).isEqualTo("early");
        advance(10);
        assertThat(passed()).isEqualTo("late");
    }

    @Test
    void goesOnWhenACallThatWaitsIsInterrupted() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            use(gate);
        }
        Thread first = start("first", gate);
        wait("first");
        start("second", gate);
        wait("second");
        first.interrupt();
        assertThat(passed()).isEqualTo("first interrupted");
        advance(100);
        assertThat(passed()).isEqualTo("second");
        for (int i = 0; i < 2; i++) {
            use(gate);
        }
        assertThat(waits).as("the interrupted call took no place").isEmpty();
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
        start("next", gate);
        assertThat(wait("next")).isEqualTo(Duration.ofSeconds(2));
        advance(2000);
        assertThat(passed()).isEqualTo("next");
    }

    @Test
    void staysOpenWhenTheServiceDoesNotSayHowLong() throws InterruptedException {
        gate.closeFor(Duration.ofMillis(-1));
        use(gate);
        assertThat(waits).isEmpty();
    }

    @Test
    void doesNotHangWhereAnHourIsAskedFor() throws InterruptedException {
        gate.closeFor(Duration.ofHours(1));
        use(gate);
        assertThat(waits).as("such an answer is a failure, and so is the next").isEmpty();
    }

    @Test
    void isSharedByAllGatesOfAClientWhateverTheirLimit() throws InterruptedException {
        use(gate);
        use(gate);
        Limiter larger = budget.gate(4, waits::add, Deadline.none(Time.SYSTEM));
        use(larger);
        use(larger);
        assertThat(waits).isEmpty();
        start("next", gate);
        assertThat(wait("next")).as("two places are over the smaller limit").isEqualTo(WINDOW);
        advance(100);
        assertThat(passed()).isEqualTo("next");
    }

    @Test
    void isOneForEachClientOfAUrl() {
        CallBudget one = CallBudget.shared("https://one.example", "client", WINDOW);
        assertThat(CallBudget.shared("https://one.example/", "client", WINDOW)).isSameAs(one);
        assertThat(CallBudget.shared("https://one.example", "other", WINDOW)).isNotSameAs(one);
        assertThat(CallBudget.shared("https://two.example", "client", WINDOW)).isNotSameAs(one);
    }

    private static void use(Limiter gate) throws InterruptedException {
        gate.enter().close();
    }

    private void advance(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Thread start(String name, Limiter by) {
        Thread thread = new Thread(() -> {
            try {
                use(by);
                passed.add(name);
            } catch (InterruptedException e) {
                passed.add(name + " interrupted");
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Duration wait(String name) throws InterruptedException {
        Duration wait = waits.poll(30, TimeUnit.SECONDS);
        assertThat(wait).as(name + " waits").isNotNull();
        return wait == null ? Duration.ZERO : wait;
    }

    private String passed() throws InterruptedException {
        return String.valueOf(passed.poll(30, TimeUnit.SECONDS));
    }
}
