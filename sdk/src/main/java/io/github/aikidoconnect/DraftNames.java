package io.github.aikidoconnect;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the drafts of one file. They are random, so that two runs never share a draft and no other user can
 * create the file in advance.
 */
record DraftNames(Path path) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 8;

    /** The drafts of this process: opening and closing another channel on a draft would release the lock of its owner. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    static String random() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    Path of(String random) {
        return path.resolveSibling("." + path.getFileName() + "." + random + ".unfinished");
    }

    /** Marks a draft as in use, for other threads and for other processes. */
    void claim(Path draft, FileChannel channel) {
        OWN.add(draft);
        try {
            // The system releases the lock when the channel is closed or the process ends.
            channel.tryLock();
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException ignored) {
            // Without locks in this file system, no draft is ever found to be abandoned.
        }
    }

    static void release(Path draft) {
        OWN.remove(draft);
    }

    /** Deletes the drafts of processes that have ended: they may contain a secret. */
    void deleteAbandoned() {
        Pattern pattern = Pattern.compile(
                Pattern.quote("." + path.getFileName() + ".") + "[0-9a-f]{" + 2 * BYTES + "}\\.unfinished");
        try (Stream<Path> files = Files.list(path.resolveSibling("."))) {
            List<Path> drafts = files.map(file -> path.resolveSibling(file.getFileName()))
                    .filter(file ->
                            pattern.matcher(file.getFileName().toString()).matches())
                    .filter(file -> !OWN.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            for (Path draft : drafts) {
                if (isAbandoned(draft)) {
                    Files.deleteIfExists(draft);
                }
            }
        } catch (IOException | UnsupportedOperationException ignored) {
            // A draft that cannot be deleted does not prevent writing the file.
        }
    }

    private static boolean isAbandoned(Path draft) {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
