package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "It looks at modes, links and pipes")
class FileDraftTest {

    private static final String RANDOM = "0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void takesThePlaceOfAFileOrOfNothing() throws Exception {
        Path file = folder.resolve("report.json");
        replace(file, "one, which is longer");
        replace(file, "two");

        assertThat(file).hasContent("two");
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void leavesTheOldFileAsItIsUntilTheNewOneIsComplete() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        try (FileDraft draft = FileDraft.open(file)) {
            draft.write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(file).hasContent("old");
        }
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("report.json");
    }

    /** Between the deletion of an old file and the arrival of a new one, a reader would find none. */
    @Test
    void neverDeletesTheOldFile() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            WatchKey key =
                    folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_CREATE);
            replace(file, "new");
            Files.createFile(folder.resolve("end"));

            List<String> events = new ArrayList<>();
            while (!events.contains("ENTRY_CREATE end")) {
                watch.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    events.add(event.kind() + " " + event.context());
                }
                key.reset();
            }
            assertThat(events).contains("ENTRY_CREATE report.json").doesNotContain("ENTRY_DELETE report.json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-rw-rw-", "r--r-----", "rwxr-xr-x"})
    void keepsTheModeOfTheOldFile(String mode) throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        replace(file, "new");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo(mode);
        assertThat(file).hasContent("new");
    }

    @Test
    void replacesNoLinkAndFollowsNone() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Path link = Files.createSymbolicLink(folder.resolve("report.json"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));

        assertThatThrownBy(() -> FileDraft.open(link)).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> FileDraft.open(dangling)).hasMessageContaining("symbolic link");

        assertThat(target).hasContent("untouched");
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void replacesNoLinkThatIsPutInItsPlaceLater() throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Path file = folder.resolve("report.json");
        try (FileDraft draft = FileDraft.open(file)) {
            Files.createSymbolicLink(file, target);
            assertThatThrownBy(draft::finish).isInstanceOf(FileSystemException.class);
        }
        assertThat(target).hasContent("untouched");
        assertThat(names()).containsExactlyInAnyOrder("report.json", "target");
    }

    @Test
    void replacesNeitherAPipeNorADeviceNorAFolder() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createDirectory(folder.resolve("folder"));

        for (Path path : List.of(pipe, folder.resolve("folder"), Path.of("/dev/null"))) {
            assertThat(FileDraft.objection(path)).as(path.toString()).contains("it is not a regular file");
            assertThatThrownBy(() -> FileDraft.open(path)).isInstanceOf(IOException.class);
        }
        assertThat(names()).containsExactlyInAnyOrder("pipe", "folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tmp/..", ".", "..", ""})
    void replacesNothingThatIsNoFile(String path) {
        assertThat(FileDraft.objection(Path.of(path))).isPresent();
        assertThatThrownBy(() -> FileDraft.open(Path.of(path))).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoDraftThatExists() throws Exception {
        Path planted = Files.writeString(folder.resolve(".token." + RANDOM + ".unfinished"), "planted");
        // As that of another process which is at work.
        try (FileChannel other = FileChannel.open(planted, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            assertThatThrownBy(() -> FileDraft.open(folder.resolve("token"), () -> RANDOM))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(planted).hasContent("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "nowhere"})
    void followsNoLinkInThePlaceOfTheDraft(String to) throws Exception {
        Path target = Files.writeString(folder.resolve("target"), "untouched");
        Files.createSymbolicLink(folder.resolve(".token." + RANDOM + ".unfinished"), folder.resolve(to));

        assertThatThrownBy(() -> FileDraft.open(folder.resolve("token"), () -> RANDOM))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(target).hasContent("untouched");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void deletesTheDraftsOfProcessesThatHaveEndedAndNoOther() throws Exception {
        Path file = folder.resolve("token");
        Files.writeString(folder.resolve(".token." + RANDOM + ".unfinished"), "half of a tok");
        Files.writeString(folder.resolve(".token2." + RANDOM + ".unfinished"), "of another file");
        Files.writeString(folder.resolve(".token.mine.unfinished"), "of a person");

        try (FileDraft one = FileDraft.open(file);
                FileDraft two = FileDraft.open(file)) {
            one.write("one".getBytes(StandardCharsets.UTF_8));
            two.write("two".getBytes(StandardCharsets.UTF_8));
            one.finish();
            assertThat(file).hasContent("one");
            two.finish();
        }
        assertThat(file).hasContent("two");
        assertThat(names())
                .containsExactlyInAnyOrder("token", ".token2." + RANDOM + ".unfinished", ".token.mine.unfinished");
    }

    @Test
    void isWrittenByAThreadThatWasInterrupted() throws Exception {
        Path file = folder.resolve("report.json");
        Thread.currentThread().interrupt();
        replace(file, "of a run that was interrupted");

        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
        assertThat(file).hasContent("of a run that was interrupted");
    }

    private static void replace(Path file, String content) throws IOException {
        try (FileDraft draft = FileDraft.open(file)) {
            draft.write(content.getBytes(StandardCharsets.UTF_8));
            draft.finish();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
