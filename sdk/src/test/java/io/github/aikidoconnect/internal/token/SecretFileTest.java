package io.github.aikidoconnect.internal.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aikidoconnect.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It looks at modes and links")
class SecretFileTest {

    private static final Secret TOKEN = Secret.of("fakeTokenNotASecret");

    @TempDir
    private Path folder;

    @Test
    void isItsOwnersAloneFromTheFirstMomentOn() throws Exception {
        try (SecretFile file = SecretFile.at(folder.resolve("token"))) {
            file.open();
            assertThat(modes()).containsExactly("rw-------");
            file.write(TOKEN);
            assertThat(modes()).containsExactly("rw-------");
            assertThat(folder.resolve("token")).doesNotExist();
            file.finish();
        }
        assertThat(modes()).containsExactly("rw-------");
        assertThat(folder.resolve("token")).hasContent("fakeTokenNotASecret");
    }

    @Test
    void hasNoLineBreak() throws Exception {
        write(folder.resolve("token"));

        assertThat(Files.size(folder.resolve("token"))).isEqualTo(TOKEN.reveal().length());
    }

    @Test
    void leavesNothingWhereItIsNotFinished() throws Exception {
        try (SecretFile file = SecretFile.at(folder.resolve("token"))) {
            file.open();
            file.write(TOKEN);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesThePlaceOfOneThatWasAsPrivate() throws Exception {
        Path token = folder.resolve("token");
        Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(token, "the former one, which is longer than the new one");

        assertThat(SecretFile.at(token).objection()).isEmpty();
        write(token);

        assertThat(token).hasContent("fakeTokenNotASecret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void refusesToReplaceAFileThatOthersMayUse(String mode) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "somebody's");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString(mode));

        assertThat(SecretFile.at(token).objection())
                .hasValueSatisfying(why -> assertThat(why).contains("other users may"));
    }

    @Test
    void refusesALinkAFolderAndAPlaceWithoutFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));

        assertThat(SecretFile.at(link).objection()).contains("it is a symbolic link");
        assertThat(SecretFile.at(folder).objection()).contains("it is not a regular file");
        assertThat(SecretFile.at(folder.resolve("a/b")).objection()).contains("the folder does not exist");
        assertThat(SecretFile.at(folder.resolve("new")).objection()).isEmpty();
    }

    @Test
    void deletesWhatARunLeftThatWasKilled() throws Exception {
        Files.writeString(folder.resolve(".token.0123456789abcdef.unfinished"), "half of a tok");

        write(folder.resolve("token"));

        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    @Test
    void replacesNoFileOfAnotherOwner() throws Exception {
        Path token = folder.resolve("token");
        Files.createFile(token, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        assumeTrue(giveAway(token), "Only the system's administrator can give a file to another user");

        try (SecretFile file = SecretFile.at(token)) {
            assertThatThrownBy(file::open).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(token).isEmptyFile();
        assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
    }

    private static boolean giveAway(Path file) {
        try {
            Files.setAttribute(file, "unix:uid", 54321);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void cannotBeMadeInAFolderThatCannotBeWritten() {
        assertThatThrownBy(() -> SecretFile.at(Path.of("/proc/self/token")).open())
                .isInstanceOf(IOException.class);
    }

    /** Windows is not here to be tried: what is asked of it is one entry, for the owner. */
    @Test
    void isForOneUserWhereFilesHaveListsOfThem() {
        UserPrincipal owner = () -> "kim";
        FileAttribute<List<AclEntry>> rights = OwnerOnly.acl(owner);

        assertThat(rights.name()).isEqualTo("acl:acl");
        assertThat(rights.value()).singleElement().satisfies(entry -> {
            assertThat(entry.principal()).isSameAs(owner);
            assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
            assertThat(entry.permissions()).contains(AclEntryPermission.READ_DATA, AclEntryPermission.DELETE);
        });
    }

    private static void write(Path token) throws IOException {
        try (SecretFile file = SecretFile.at(token)) {
            file.open();
            file.write(TOKEN);
            file.finish();
        }
    }

    private List<String> modes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(SecretFileTest::mode).toList();
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
