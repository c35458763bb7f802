package io.github.aikidoconnect.internal.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the processes of one user record their calls. Other users must not be able to write to it: in a
 * folder for all users, such as {@code /tmp}, another user could create the file first, as a link to any file.
 */
public final class CallFolder {

    static final String SUFFIX = ".calls";

    private static final String NAME = "aikido-connect";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    /** The bits of a mode, from POSIX. */
    private static final int TYPE = 0170000;

    private static final int FILE = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int OTHERS_WRITE = 0022;

    /** When this process swept a folder. A run for an organization opens one for each client, all at the same path. */
    private static final Map<Path, Instant> SWEPT = new ConcurrentHashMap<>();

    private final Path folder;

    CallFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns the folder of the current user, below the cache folder of the system. Empty for a user without a home, as
     * in some containers.
     */
    public static Optional<Path> ofUser() {
        return ofUser(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    static Optional<Path> ofUser(Map<String, String> environment, String system, String home) {
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
        // From the XDG Base Directory Specification; relative paths are ignored.
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

    /** Returns the path of a file in the folder. */
    Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    /** Creates the folder if it does not exist, and removes abandoned files once a day. */
    void prepare() throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(folder, attributes(PRIVATE));
        }
        Instant now = Instant.now();
        Instant last =
                SWEPT.compute(folder, (path, swept) -> swept == null || swept.isBefore(now.minus(KEPT)) ? now : swept);
        if (last.equals(now)) {
            sweep();
        }
    }

    /** Removes files that were not used for a day: each client of each workspace has its own file. */
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
            // A remaining file has a few bytes, and the user can empty the folder at any time.
        }
    }

    /**
     * Checks that a path is a regular file with the owner of the folder, and that other users cannot write to it.
     *
     * @throws IOException if it is not
     */
    void verify(Path file) throws IOException {
        if (!hasPermissions()) {
            // On Windows, only the user can read the cache folder.
            return;
        }
        Access own = Access.to(file);
        Access around = Access.to(folder);
        boolean genuine = own.is(FILE)
                && around.is(DIRECTORY)
                && own.user() == around.user()
                && !own.othersMayWrite()
                && !around.othersMayWrite();
        if (!genuine) {
            throw new IOException("Others may write " + file.getFileName());
        }
    }

    /**
     * Who may do what with a path.
     *
     * @param user the owner as a number: the name would be looked up in the list of users, several times for each call
     * @param mode the type and the permissions, as POSIX defines them
     */
    private record Access(int user, int mode) {

        static Access to(Path path) throws IOException {
            Map<String, Object> attributes = Files.readAttributes(path, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
            return new Access(number(attributes.get("uid")), number(attributes.get("mode")));
        }

        private static int number(@Nullable Object attribute) {
            return (int) Objects.requireNonNull(attribute);
        }

        boolean is(int type) {
            return (mode & TYPE) == type;
        }

        boolean othersMayWrite() {
            return (mode & OTHERS_WRITE) != 0;
        }
    }

    /** Returns the attributes of a new file. */
    FileAttribute<?>[] privately() {
        return attributes(PosixFilePermissions.fromString("rw-------"));
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean hasPermissions() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}
