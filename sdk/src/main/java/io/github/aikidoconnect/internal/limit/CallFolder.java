package io.github.aikidoconnect.internal.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which the processes of one user note their calls. Nobody else may write there: in a folder for all, such
 * as {@code /tmp}, a name that can be foreseen could be taken by somebody else beforehand, as a link to any file.
 */
public final class CallFolder {

    static final String SUFFIX = ".calls";

    private static final String NAME = "aikido-connect";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private volatile boolean swept;

    CallFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the folder of the user who runs this, below the place that the system has for what can be deleted at any
     * time. Empty for a user without a home, as in some containers.
     */
    public static Optional<Path> ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    static Optional<Path> ofUser(Map<String, String> environment, String system, String home) {
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
        // The XDG Base Directory Specification; a relative path is to be ignored.
        return absolute(environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", ""))
                .or(() -> absolute(home)
                        .filter(Files::isDirectory)
                        .map(user -> user.resolve(windows ? "AppData/Local" : mac ? "Library/Caches" : ".cache")))
                .map(caches -> caches.resolve(NAME));
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns where a file of this name is. */
    Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Makes the folder where it is not there yet, and once takes away what is left over in it. */
    void prepare() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, attributes(PRIVATE));
        }
        if (!swept) {
            swept = true;
            sweep();
        }
    }

    /** Takes away what nobody has used for a day: each client of each workspace has a file of its own. */
    private void sweep() {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> calls =
                    files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            for (Path file : calls) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException ignored) {
            // A file that stays is a few bytes of a folder that the user may empty at any time.
        }
    }

    /**
     * Makes sure that a file is what this made it: a file, in a folder of the same owner, that others cannot write.
     *
     * @throws IOException if it is not
     */
    void verify(Path file) throws IOException {
        if (!hasPermissions()) {
            // The caches of a Windows user are the user's alone.
            return;
        }
        PosixFileAttributes own = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes around = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean genuine = own.isRegularFile()
                && around.isDirectory()
                && own.owner().equals(around.owner())
                && Stream.of(own, around)
                        .flatMap(each -> each.permissions().stream())
                        .noneMatch(OF_OTHERS::contains);
        if (!genuine) {
            throw new IOException("Others may write " + file.getFileName());
        }
    }

    /** Returns what a new file is made with. */
    FileAttribute<?>[] privately() {
        return attributes(PosixFilePermissions.fromString("rw-------"));
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean hasPermissions() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
