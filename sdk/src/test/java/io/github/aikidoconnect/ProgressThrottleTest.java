package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.limit.FastTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressThrottleTest {

    private final List<Progress> told = new ArrayList<>();
    private final FastTime time = new FastTime();
    private final ProgressListener throttle = new ProgressThrottle(told::add, time::nanos);

    @Test
    void passesEverythingOfAShortRunOn() throws Exception {
        items(40, Duration.ofMillis(1));
        assertThat(told).hasSize(40);
    }

    @Test
    void passesOneInTenSecondsOfALongRunOnAndTheLast() throws Exception {
        items(2000, Duration.ofSeconds(3));
        assertThat(told).hasSize(501);
        assertThat(told.get(0).line()).startsWith("[   1/2000]");
        assertThat(told.get(1).line()).startsWith("[   5/2000]");
        assertThat(told.get(500).line()).startsWith("[2000/2000]");
    }

    @Test
    void countsWaitsOfALongRunAsWell() throws Exception {
        throttle.on(new Progress.Item("r1", 1, 41));
        for (int i = 0; i < 30; i++) {
            time.sleep(Duration.ofSeconds(1));
            throttle.on(new Progress.Waiting("the limit", Duration.ofSeconds(3)));
        }
        assertThat(told).hasSize(4);
    }

    @Test
    void passesEveryStepOn() {
        throttle.on(new Progress.Item("r1", 1, 41));
        throttle.on(new Progress.Step("Reading"));
        throttle.on(new Progress.Estimate("long", Duration.ofMinutes(100)));
        assertThat(told).hasSize(3);
    }

    private void items(int total, Duration pause) throws InterruptedException {
        for (int i = 1; i <= total; i++) {
            throttle.on(new Progress.Item("r" + i, i, total));
            time.sleep(pause);
        }
    }
}
