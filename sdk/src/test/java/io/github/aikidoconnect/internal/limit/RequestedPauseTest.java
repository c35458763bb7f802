package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a service that asks for it is called more slowly. */
class RequestedPauseTest {

    private final FastTime time = new FastTime();
    private final List<Duration> waits = new ArrayList<>();
    private final RequestedPause pace = new RequestedPause(time, Duration.ofMinutes(5), waits::add);

    @Test
    void letsEveryCallThroughUntilThereIsAReasonNotTo() throws InterruptedException {
        call();
        pace.closeFor(Duration.ZERO);
        call();

        assertThat(waits).isEmpty();
    }

    @Test
    void keepsTheNextCallBackForThePause() throws InterruptedException {
        pace.closeFor(Duration.ofSeconds(7));
        call();
        call();

        assertThat(waits).containsExactly(Duration.ofSeconds(7));
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void letsPausesThatRunAtTheSameTimeEndTogether() throws InterruptedException {
        pace.closeFor(Duration.ofSeconds(7));
        pace.closeFor(Duration.ofSeconds(5));
        pace.closeFor(Duration.ofSeconds(8));
        call();

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void waitsNoLongerThanFiveMinutesInAllPausesTogether() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            call();
            pace.closeFor(Duration.ofSeconds(70));
        }

        assertThat(time.passed()).isEqualTo(Duration.ofMinutes(5));
    }

    private void call() throws InterruptedException {
        try (Limiter.Pass pass = pace.enter()) {
            assertThat(pass).isNotNull();
        }
    }
}
