package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.FileDraft;
import io.github.aikidoconnect.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file with a secret that only its owner can read. It has these rights from its first moment on and appears in its
 * place in one step, so other users can neither open it before nor find half of it.
 */
final class SecretFile implements AutoCloseable {

    private final Path path;
    private @Nullable FileDraft draft;

    private SecretFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    static SecretFile at(Path path) {
        return new SecretFile(path);
    }

    Path path() {
        return path;
    }

    /** Returns why the secret cannot be written there, as the end of a sentence; empty if it can be. */
    Optional<String> objection() {
        try {
            Optional<String> objection = FileDraft.objection(path);
            return objection.isEmpty() && Files.exists(path, LinkOption.NOFOLLOW_LINKS) && OwnerOnly.isWider(path)
                    ? Optional.of("other users may read or write the existing file")
                    : objection;
        } catch (IOException e) {
            return Optional.of("its rights cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Creates the file beside its place, empty. */
    void open() throws IOException {
        FileDraft open = FileDraft.open(path, OwnerOnly.attributes(path));
        draft = open;
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(Files.getOwner(open.draft(), LinkOption.NOFOLLOW_LINKS))) {
            throw new AccessDeniedException(path.toString());
        }
    }

    /** Writes the secret, without a line break after it, and returns when it is on the disk. */
    void write(Secret secret) throws IOException {
        opened().write(secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** Moves the file to its place. */
    void finish() throws IOException {
        opened().finish();
    }

    private FileDraft opened() {
        return Objects.requireNonNull(draft, "Not open");
    }

    /** Deletes what was not finished. */
    @Override
    public void close() throws IOException {
        FileDraft open = draft;
        draft = null;
        if (open != null) {
            open.close();
        }
    }
}
