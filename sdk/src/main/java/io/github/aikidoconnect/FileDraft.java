package io.github.aikidoconnect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes the new content of a file beside it and replaces the file in one step: a reader finds the old file or the new
 * one, never a part. Only a regular file is replaced: no link is followed, and no device, pipe or folder is touched.
 */
public final class FileDraft implements AutoCloseable {

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final Path draft;
    private final FileChannel channel;

    private FileDraft(Path path, Path draft, FileChannel channel) {
        this.path = path;
        this.draft = draft;
        this.channel = channel;
    }

    /** Returns why the file of a path cannot be replaced, as the end of a sentence; empty if it can be. */
    public static Optional<String> objection(Path path) {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || absolute.getFileName() == null) {
            return Optional.of("it is not a file");
        }
        if (Files.isSymbolicLink(absolute)) {
            return Optional.of("it is a symbolic link");
        }
        if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(absolute, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is not a regular file");
        }
        return Files.isDirectory(folder) ? Optional.empty() : Optional.of("the folder does not exist");
    }

    /** Opens a draft that keeps the mode of the file that it replaces. */
    public static FileDraft open(Path path) throws IOException {
        Optional<Set<PosixFilePermission>> mode = mode(path);
        // Other users must not open the draft before it has its mode.
        FileDraft draft = mode.isPresent()
                ? open(path, DraftNames::random, PosixFilePermissions.asFileAttribute(PRIVATE))
                : open(path, DraftNames::random);
        if (mode.isPresent()) {
            draft.setMode(mode.get());
        }
        return draft;
    }

    /**
     * Opens a draft whose rights do not depend on the file that it replaces.
     *
     * @param attributes the attributes to create the draft with
     */
    public static FileDraft open(Path path, FileAttribute<?>... attributes) throws IOException {
        return open(path, DraftNames::random, attributes);
    }

    static FileDraft open(Path path, Supplier<String> random, FileAttribute<?>... attributes) throws IOException {
        Path absolute = path.toAbsolutePath();
        verify(absolute);
        DraftNames names = new DraftNames(absolute);
        names.deleteAbandoned();
        Path draft = names.of(random.get());
        // CREATE_NEW follows no link and opens nothing that exists.
        FileChannel channel = FileChannel.open(draft, OPTIONS, attributes);
        names.claim(draft, channel);
        return new FileDraft(absolute, draft, channel);
    }

    private static void verify(Path path) throws IOException {
        Optional<String> objection = objection(path);
        if (objection.isPresent()) {
            throw new FileSystemException(path.toString(), null, objection.get());
        }
    }

    private static Optional<Set<PosixFilePermission>> mode(Path path) throws IOException {
        PosixFileAttributeView view = view(path);
        return view == null || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of(view.readAttributes().permissions());
    }

    private void setMode(Set<PosixFilePermission> mode) throws IOException {
        try {
            view(draft).setPermissions(mode);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns the path of the draft. */
    public Path draft() {
        return draft;
    }

    /** Writes the content and returns when it is on the disk. */
    public void write(byte[] content) throws IOException {
        // A channel closes itself in an interrupted thread, and an interrupted run still has a report to write.
        boolean interrupted = Thread.interrupted();
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Replaces the file by the draft. */
    public void finish() throws IOException {
        verify(path);
        channel.close();
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the draft, unless it has replaced the file. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(draft);
            DraftNames.release(draft);
        }
    }
}
