package io.github.aikidoconnect.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LockedFileTest {

    @TempDir
    private Path temporary;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void keepsWhatIsWritten() throws Exception {
        assertThat(file().change(text -> text + "one ")).isTrue();
        assertThat(file().change(text -> text + "two ")).isTrue();
        assertThat(file().change(text -> text.substring(4))).isTrue();
        assertThat(path()).hasContent("two ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isTheUsersAlone() throws Exception {
        file().change(text -> "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLink() throws Exception {
        Path target = Files.writeString(temporary.resolve("precious"), "precious");
        Files.createDirectories(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(path(), target);
        assertThat(file().change(text -> "x")).isFalse();
        assertThat(target).hasContent("precious");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void createsNothingWhereALinkLeads() throws Exception {
        Files.createDirectories(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(path(), temporary.resolve("nowhere"));

        assertThat(file().change(text -> "x")).isFalse();

        assertThat(temporary.resolve("nowhere")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotPutIntoAFolderThatIsALink() throws Exception {
        Path other = Files.createDirectory(temporary.resolve("other"));
        Files.createSymbolicLink(folder(), other);
        assertThat(file().change(text -> "x")).isFalse();
        assertThat(path().resolveSibling("calls.calls"))
                .satisfiesAnyOf(
                        file -> assertThat(file).doesNotExist(),
                        file -> assertThat(file).isEmptyFile());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotTouchedInAFolderThatOthersMayWrite() throws Exception {
        Files.createDirectory(folder());
        Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(path(), "theirs");
        assertThat(file().change(text -> "x")).isFalse();
        assertThat(path()).hasContent("theirs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isNotTouchedWhereOthersMayWriteIt() throws Exception {
        file().change(text -> "x");
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw----"));
        assertThat(file().change(text -> "y")).isFalse();
        assertThat(path()).hasContent("x");
    }

    @Test
    void isLeftAloneForAWhileWhereItCannotBeMade() throws Exception {
        Files.writeString(folder(), "a file stands in the way");
        LockedFile file = file();
        assertThat(file.change(text -> "x")).isFalse();
        Files.delete(folder());
        assertThat(file.change(text -> "x")).as("not tried for a minute").isFalse();
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(file.change(text -> "x")).isTrue();
    }

    @Test
    void beginsAnewWhereSomethingHugeStands() throws Exception {
        file().change(text -> "x");
        Files.write(path(), new byte[LockedFile.LARGEST + 1]);
        assertThat(file().change(text -> text + "y")).isTrue();
        assertThat(path()).hasContent("y");
    }

    @Test
    void doesNotWaitForeverForALockThatIsNotGivenBack() throws Exception {
        file().change(text -> "x");
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            LockedFile file = new LockedFile(
                    new CallFolder(folder()), "calls", () -> clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(100)));
            assertThat(file.change(text -> "y")).isFalse();
        }
        assertThat(path()).hasContent("x");
    }

    @Test
    void endsItsWaitForTheLockOnAnInterrupt() throws Exception {
        file().change(text -> "x");
        try (FileChannel channel = FileChannel.open(path(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> file().change(text -> "y"));
        }
    }

    @Test
    void losesNothingWhenManyThreadsChangeIt() throws Exception {
        int each = 400 / 8;
        List<Future<?>> started = new ArrayList<>();
        try (Tasks tasks = Tasks.unbounded()) {
            for (int thread = 0; thread < 8; thread++) {
                LockedFile file = new LockedFile(new CallFolder(folder()), "calls", System::nanoTime);
                started.add(tasks.start(() -> {
                    for (int i = 0; i < each; i++) {
                        assertThat(file.change(text -> text + ".")).isTrue();
                    }
                    return null;
                }));
            }
            for (Future<?> task : started) {
                Tasks.join(task);
            }
        }
        assertThat(Files.size(path())).isEqualTo(400);
    }

    @Test
    void takesAwayWhatNobodyHasUsedForADay() throws Exception {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path old = Files.writeString(folder().resolve("old" + CallFolder.SUFFIX), "x");
        Path foreign = Files.writeString(folder().resolve("old.txt"), "x");
        for (Path file : List.of(old, foreign)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(90_000)));
        }
        file().change(text -> "y");
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
        assertThat(path()).hasContent("y");
    }

    @Test
    void isWhereTheSystemKeepsWhatMayBeDeleted() {
        String home = temporary.toString();
        assertThat(CallFolder.ofUser(Map.of(), "Linux", home)).contains(temporary.resolve(".cache/aikido-connect"));
        assertThat(CallFolder.ofUser(Map.of("XDG_CACHE_HOME", home), "Linux", "/nowhere"))
                .contains(temporary.resolve("aikido-connect"));
        assertThat(CallFolder.ofUser(Map.of("XDG_CACHE_HOME", "relative"), "Linux", home))
                .contains(temporary.resolve(".cache/aikido-connect"));
        assertThat(CallFolder.ofUser(Map.of(), "Mac OS X", home))
                .contains(temporary.resolve("Library/Caches/aikido-connect"));
        assertThat(CallFolder.ofUser(Map.of("LOCALAPPDATA", home), "Windows 11", "?"))
                .contains(temporary.resolve("aikido-connect"));
    }

    @Test
    void isNowhereForAUserWithoutAHome() {
        for (String home : List.of("", "?", "/nonexistent/home", "\u0000")) {
            assertThat(CallFolder.ofUser(Map.of(), "Linux", home)).as(home).isEmpty();
        }
    }

    private Path folder() {
        return temporary.resolve("private");
    }

    private Path path() {
        return folder().resolve("calls" + CallFolder.SUFFIX);
    }

    private LockedFile file() throws IOException {
        return new LockedFile(new CallFolder(folder()), "calls", clock::get);
    }
}
