package io.github.aikidoconnect.internal.limit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * A small text file that several processes change, one at a time. It is locked only while it is read and written, and the
 * system releases the lock of a process that dies. If the file cannot be changed, this is no error: the caller is
 * informed, and the file is not used for a while.
 */
final class LockedFile {

    static final int LARGEST = 1 << 20;

    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE, LinkOption.NOFOLLOW_LINKS);

    /** A process holds the lock for about a millisecond. A process that is suspended meanwhile must not stop the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final CallFolder folder;
    private final Path path;
    private final LongSupplier nanoTime;
    private final Object processMonitor;
    private volatile boolean failed;
    private volatile long retryAt;

    LockedFile(CallFolder folder, String name, LongSupplier nanoTime) {
        this.folder = folder;
        this.path = folder.file(name);
        this.nanoTime = nanoTime;
        // A lock of the system belongs to a process, and closing any channel of the file releases it. An interned
        // string is the only monitor that all class loaders of a process share: a build can load this class twice.
        this.processMonitor = (LockedFile.class.getName() + " " + path.toAbsolutePath()).intern();
    }

    /**
     * Replaces the text.
     *
     * @param change returns the new text for the old one; is called at most once
     * @return whether the text was replaced
     * @throws InterruptedException if the thread is interrupted before
     */
    boolean change(UnaryOperator<String> change) throws InterruptedException {
        if (failed && nanoTime.getAsLong() - retryAt < 0) {
            return false;
        }
        long giveUp = nanoTime.getAsLong() + PATIENCE.toNanos();
        try {
            while (!tryToChange(change)) {
                if (nanoTime.getAsLong() - giveUp >= 0) {
                    throw new IOException("The lock is not given back");
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
            failed = false;
            return true;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            retryAt = nanoTime.getAsLong() + LEFT_ALONE.toNanos();
            failed = true;
            return false;
        }
    }

    private boolean tryToChange(UnaryOperator<String> change) throws IOException {
        synchronized (processMonitor) {
            folder.prepare();
            try (FileChannel channel = FileChannel.open(path, OPTIONS, folder.privately())) {
                folder.verify(path);
                try (FileLock lock = channel.tryLock()) {
                    if (lock == null) {
                        return false;
                    }
                    write(channel, change.apply(read(channel)));
                    return true;
                } catch (OverlappingFileLockException e) {
                    return false;
                }
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size > LARGEST) {
            return "";
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size);
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, bytes.position());
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    /** The file is not truncated first: a process that dies meanwhile must not delete the entries of the others. */
    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.truncate(text.length());
    }
}
