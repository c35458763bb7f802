package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, as two of these on one file; the clock stands still unless a test moves it. */
class MachineWindowTest {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final int LIMIT = 2;
    private static final Deadline NO_DEADLINE = Deadline.none(Time.SYSTEM);

    @TempDir
    private Path temporary;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final Callers callers = new Callers();

    @Test
    void countTheCallsOfBothProcesses() throws Exception {
        RollingWindow one = process();
        RollingWindow other = process();
        one.leave(enter(one, LIMIT));
        clock.addAndGet(400);
        other.leave(enter(other, LIMIT));
        assertThat(callers.waits).isEmpty();

        callers.start("third", limiter(LIMIT, one));
        assertThat(callers.wait("third")).isEqualTo(Duration.ofMillis(601));
        clock.addAndGet(601);
        assertThat(callers.passed()).isEqualTo("third");
    }

    @Test
    void countACallThatIsUnderWayInTheOtherProcess() throws Exception {
        RollingWindow one = process();
        RollingWindow other = process();
        String slow = enter(one, 1);
        callers.start("second", limiter(1, other));
        callers.wait("second");
        clock.addAndGet(20_000);
        one.leave(slow);
        clock.addAndGet(1000);
        assertThat(callers.passed).as("it counts for a window after its answer").isEmpty();
        clock.addAndGet(1);
        assertThat(callers.passed()).isEqualTo("second");
    }

    @Test
    void freeThePlaceOfAProcessThatDied() throws Exception {
        enter(process(), 1);
        callers.start("second", limiter(1, process()));
        callers.wait("second");
        clock.addAndGet(Duration.ofSeconds(31).toMillis());
        assertThat(callers.passed()).isEqualTo("second");
    }

    @Test
    void endAWaitOnAnInterruptAndGiveTheTurnBack() throws Exception {
        RollingWindow one = process();
        one.leave(enter(one, 1));
        Thread first = callers.start("first", limiter(1, one));
        callers.wait("first");
        first.interrupt();
        assertThat(callers.passed()).isEqualTo("first interrupted");
        clock.addAndGet(1001);
        enter(process(), 1);
        assertThat(callers.waits).isEmpty();
    }

    @Test
    void noteTheEndOfACallThatWasInterrupted() throws Exception {
        RollingWindow one = process();
        String id = enter(one, 1);
        Thread.currentThread().interrupt();
        one.leave(id);
        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        clock.addAndGet(1001);
        enter(process(), 1);
        assertThat(callers.waits).isEmpty();
    }

    @Test
    void heedThePauseThatTheOtherProcessWasAskedFor() throws Exception {
        RollingWindow alone = alone();
        Limiter gate = limiter(LIMIT, alone, process());
        gate.closeFor(Duration.ofSeconds(7));
        gate.closeFor(Duration.ofHours(1));
        callers.start("next", limiter(1, process()));
        assertThat(callers.wait("next")).isEqualTo(Duration.ofMillis(7001));
        clock.addAndGet(7001);
        assertThat(callers.passed()).isEqualTo("next");
    }

    @Test
    void giveThePlaceInTheProcessBackWhenTheWaitForTheMachineIsInterrupted() throws Exception {
        RollingWindow alone = alone();
        enter(process(), 1);
        Limiter gate = limiter(1, alone, process());
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(gate::enter);
        Thread blocked = new Thread(() -> {
            try {
                gate.enter();
            } catch (InterruptedException e) {
                callers.passed.add("interrupted");
            }
        });
        blocked.start();
        callers.wait("blocked");
        blocked.interrupt();
        assertThat(callers.passed()).isEqualTo("interrupted");
        assertThat(limiter(1, alone).enter()).isNotNull();
        assertThat(callers.waits).as("nothing is under way in this process").isEmpty();
    }

    @Test
    void countForTheProcessAloneWhereNothingCanBeShared() throws Exception {
        Files.writeString(temporary.resolve("private"), "a file stands in the way");
        RollingWindow alone = process();
        for (int i = 0; i < 10; i++) {
            alone.leave(enter(alone, 1));
        }
        assertThat(callers.waits).isEmpty();
    }

    @Test
    void outlastAFileThatSomebodySpoilt() throws Exception {
        RollingWindow one = process();
        one.leave(enter(one, 1));
        for (String spoilt : List.of("", "c 9", "\u0000".repeat(100))) {
            Files.writeString(temporary.resolve("private/calls.calls"), spoilt);
            one.leave(enter(one, 1));
        }
        assertThat(callers.waits).isEmpty();

        Files.writeString(temporary.resolve("private/calls.calls"), "c 999999999999999 " + "a".repeat(32));
        callers.start("next", limiter(1, one));
        assertThat(callers.wait("next")).isLessThan(Duration.ofMinutes(2));
        clock.addAndGet(Duration.ofMinutes(2).toMillis());
        assertThat(callers.passed()).isEqualTo("next");
    }

    @Test
    void areInAFileWhoseNameTellsNothing() throws IOException, InterruptedException {
        Path folder = temporary.resolve("named");
        for (String client : List.of("client-1", "client-2")) {
            for (String url : List.of("https://app.example", "https://app.example/")) {
                RollingWindow calls = RollingWindow.ofMachine(folder, url, client, WINDOW);
                calls.leave(enter(calls, 10));
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

    private RollingWindow process() {
        LockedFile file = new LockedFile(new CallFolder(temporary.resolve("private")), "calls", System::nanoTime);
        return new RollingWindow(new FileWindowStore(file, WINDOW, clock::get), WINDOW);
    }

    private String enter(RollingWindow by, int limit) throws InterruptedException {
        return by.enter(limit, callers.waits::add, NO_DEADLINE);
    }

    private Limiter limiter(int limit, RollingWindow... windows) {
        return RollingWindow.limiter(List.of(windows), limit, callers.waits::add, NO_DEADLINE);
    }

    private static RollingWindow alone() {
        return new RollingWindow(new MemoryWindowStore(System::nanoTime), WINDOW);
    }
}
