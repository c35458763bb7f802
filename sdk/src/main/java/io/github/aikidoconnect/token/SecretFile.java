package io.github.aikidoconnect.token;

import io.github.aikidoconnect.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a secret for its owner alone. It is made beside its place with these rights from its first moment on,
 * and moved there in one step: nobody can open it before, and nobody finds half of it.
 */
final class SecretFile implements AutoCloseable {

    private final Path path;
    private final Path unfinished;
    private @Nullable FileChannel channel;

    private SecretFile(Path path) {
        this.path = path.toAbsolutePath();
        this.unfinished = this.path.resolveSibling("." + this.path.getFileName() + ".unfinished");
    }

    static SecretFile at(Path path) {
        return new SecretFile(path);
    }

    Path path() {
        return path;
    }

    /** Says what speaks against the place, as the end of a sentence; empty where nothing does. */
    Optional<String> objection() {
        try {
            return Optional.ofNullable(judge());
        } catch (IOException e) {
            return Optional.of("it cannot be looked at (" + e.getClass().getSimpleName() + ")");
        }
    }

    private @Nullable String judge() throws IOException {
        Path folder = Objects.requireNonNull(path.getParent(), "A file has a folder");
        if (!Files.isDirectory(folder)) {
            return "the folder is not there";
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        if (Files.isSymbolicLink(path)) {
            return "it is a symbolic link";
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return "it is no file";
        }
        return OwnerOnly.isWider(path) ? "others may read or write the file that is there" : null;
    }

    /** Makes the file beside its place, empty. What an earlier run left there is taken away. */
    void open() throws IOException {
        Files.deleteIfExists(unfinished);
        // CREATE_NEW follows no link and opens nothing that somebody put there in the meantime.
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileAttribute<?>[] rights = OwnerOnly.attributes(path);
        channel = FileChannel.open(unfinished, options, rights);
        if (Files.exists(path) && !Files.getOwner(path).equals(Files.getOwner(unfinished))) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /** Writes the secret, without a line break after it, and returns when it is on the disk. */
    void write(Secret secret) throws IOException {
        FileChannel open = Objects.requireNonNull(channel, "Not open");
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(secret.reveal());
        while (bytes.hasRemaining()) {
            open.write(bytes);
        }
        open.force(true);
    }

    /** Moves the file to its place. */
    void finish() throws IOException {
        closeChannel();
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        closeChannel();
        Files.deleteIfExists(unfinished);
    }

    private void closeChannel() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
