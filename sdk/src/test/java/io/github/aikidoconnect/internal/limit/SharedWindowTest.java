package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, as two of these on one file; the clock stands still unless a test moves it. */
class SharedWindowTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int LIMIT = 2;
    private static final Deadline NO_DEADLINE = Deadline.none(Time.SYSTEM);

    @TempDir
    private Path temporary;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final BlockingQueue<Duration> waits = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> passed = new LinkedBlockingQueue<>();

    @Test
    void countTheCallsOfBothProcesses() throws Exception {
        SharedWindow one = process();
        SharedWindow other = process();
        one.leave(one.enter(LIMIT, waits::add, NO_DEADLINE));
        clock.addAndGet(400);
        other.leave(other.enter(LIMIT, waits::add, NO_DEADLINE));
        assertThat(waits).isEmpty();

        start("third", one, LIMIT);
        assertThat(wait("third")).isEqualTo(Duration.ofMillis(601));
        clock.addAndGet(601);
        assertThat(passed()).isEqualTo("third");
    }

    @Test
    void countACallThatIsUnderWayInTheOtherProcess() throws Exception {
        SharedWindow one = process();
        SharedWindow other = process();
        String slow = one.enter(1, waits::add, NO_DEADLINE);
        start("second", other);
        wait("second");
        clock.addAndGet(20_000);
        one.leave(slow);
        clock.addAndGet(1000);
        assertThat(passed).as("it counts for a window after its answer").isEmpty();
        clock.addAndGet(1);
        assertThat(passed()).isEqualTo("second");
    }

    @Test
    void freeThePlaceOfAProcessThatDied() throws Exception {
        process().enter(1, waits::add, NO_DEADLINE);
        start("second", process());
        wait("second");
        clock.addAndGet(Duration.ofSeconds(31).toMillis());
        assertThat(passed()).isEqualTo("second");
    }

    @Test
    void endAWaitOnAnInterruptAndGiveTheTurnBack() throws Exception {
        SharedWindow one = process();
        one.leave(one.enter(1, waits::add, NO_DEADLINE));
        Thread first = start("first", one);
        wait("first");
        first.interrupt();
        assertThat(passed()).isEqualTo("first interrupted");
        clock.addAndGet(1001);
        process().enter(1, waits::add, NO_DEADLINE);
        assertThat(waits).isEmpty();
    }

    @Test
    void noteTheEndOfACallThatWasInterrupted() throws Exception {
        SharedWindow one = process();
        String id = one.enter(1, waits::add, NO_DEADLINE);
        Thread.currentThread().interrupt();
        one.leave(id);
        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        clock.addAndGet(1001);
        process().enter(1, waits::add, NO_DEADLINE);
        assertThat(waits).isEmpty();
    }

    @Test
    void heedThePauseThatTheOtherProcessWasAskedFor() throws Exception {
        CallBudget budget = new CallBudget(WINDOW, System::nanoTime);
        Limiter gate = budget.gate(LIMIT, waits::add, NO_DEADLINE, process());
        gate.closeFor(Duration.ofSeconds(7));
        gate.closeFor(Duration.ofHours(1));
        start("next", process());
        assertThat(wait("next")).isEqualTo(Duration.ofMillis(7001));
        clock.addAndGet(7001);
        assertThat(passed()).isEqualTo("next");
    }

    @Test
    void giveThePlaceInTheProcessBackWhenTheWaitForTheMachineIsInterrupted() throws Exception {
        CallBudget budget = new CallBudget(WINDOW, System::nanoTime);
        process().enter(1, waits::add, NO_DEADLINE);
        Limiter gate = budget.gate(1, waits::add, NO_DEADLINE, process());
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(gate::enter);
        Thread blocked = new Thread(() -> {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                passed.add("interrupted");
            }
        });
        blocked.start();
        wait("blocked");
        blocked.interrupt();
        assertThat(passed()).isEqualTo("interrupted");
        budget.gate(1, waits::add, NO_DEADLINE).enter();
        assertThat(waits).as("nothing is under way in this process").isEmpty();
    }

    @Test
    void countForTheProcessAloneWhereNothingCanBeShared() throws Exception {
        Files.writeString(temporary.resolve("private"), "a file stands in the way");
        SharedWindow alone = process();
        for (int i = 0; i < 10; i++) {
            alone.leave(alone.enter(1, waits::add, NO_DEADLINE));
        }
        assertThat(waits).isEmpty();
    }

    @Test
    void outlastAFileThatSomebodySpoilt() throws Exception {
        SharedWindow one = process();
        one.leave(one.enter(1, waits::add, NO_DEADLINE));
        for (String spoilt : List.of("", "c 9", "\u0000".repeat(100))) {
            Files.writeString(temporary.resolve("private/calls.calls"), spoilt);
            one.leave(one.enter(1, waits::add, NO_DEADLINE));
        }
        assertThat(waits).isEmpty();

        Files.writeString(temporary.resolve("private/calls.calls"), "c 999999999999999 " + "a".repeat(32));
        start("next", one);
        assertThat(wait("next")).isLessThan(Duration.ofMinutes(2));
        clock.addAndGet(Duration.ofMinutes(2).toMillis());
        assertThat(passed()).isEqualTo("next");
    }

    @Test
    void areInAFileWhoseNameTellsNothing() throws IOException, InterruptedException {
        Path folder = temporary.resolve("named");
        for (String client : List.of("client-1", "client-2")) {
            for (String url : List.of("https://app.example", "https://app.example/")) {
                SharedWindow calls = SharedWindow.in(folder, url, client, WINDOW);
                calls.leave(calls.enter(10, waits::add, NO_DEADLINE));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(
                            file -> assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}\\.calls"))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("client", "example"));
        }
    }

    private SharedWindow process() {
        LockedFile file = new LockedFile(new CallFolder(temporary.resolve("private")), "calls", System::nanoTime);
        return new SharedWindow(file, WINDOW, clock::get);
    }

    private Thread start(String name, SharedWindow by) {
        return start(name, by, 1);
    }

    private Thread start(String name, SharedWindow by, int limit) {
        Thread thread = new Thread(() -> {
            try {
                by.leave(by.enter(limit, waits::add, NO_DEADLINE));
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
