package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Gates one behind the other, and those that let only so many through. */
class AllOfTest {

    private final List<String> happened = new ArrayList<>();

    private Limiter gate(String name) {
        return new Limiter() {
            @Override
            public Pass enter() {
                happened.add("into " + name);
                return () -> happened.add("out of " + name);
            }

            @Override
            public void closeFor(Duration pause) {
                happened.add(name + " closed for " + pause.toSeconds());
            }
        };
    }

    @Test
    void areEnteredInOrderAndLeftInTheOther() throws InterruptedException {
        AllOf gates = new AllOf(gate("first"), gate("second"));

        gates.enter().close();
        gates.closeFor(Duration.ofSeconds(3));

        assertThat(happened)
                .containsExactly(
                        "into first",
                        "into second",
                        "out of second",
                        "out of first",
                        "first closed for 3",
                        "second closed for 3");
    }

    @Test
    void leaveTheFirstWhereTheSecondIsNotEntered() {
        ConcurrencyLimit none = new ConcurrencyLimit(0);
        AllOf gates = new AllOf(gate("first"), none);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(gates::enter);

        assertThat(happened).containsExactly("into first", "out of first");
    }

    @Test
    void letNoMoreThroughThanAtATime() throws Exception {
        ConcurrencyLimit two = new ConcurrencyLimit(2);
        CountDownLatch inside = new CountDownLatch(1);
        try (Tasks tasks = Tasks.unbounded()) {
            Limiter.Pass first = two.enter();
            Limiter.Pass second = two.enter();
            Future<Boolean> third = tasks.start(() -> {
                try (Limiter.Pass pass = two.enter()) {
                    inside.countDown();
                    return true;
                }
            });
            assertThat(inside.await(50, TimeUnit.MILLISECONDS)).isFalse();

            first.close();

            assertThat(Tasks.join(third)).isTrue();
            second.close();
        }
    }
}
