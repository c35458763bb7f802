package io.jenkins.plugins.aikido.state;

import hudson.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/** The folders in which the states of connections are stored. */
final class StateFolders {

    private static final Logger LOGGER = Logger.getLogger(StateFolders.class.getName());

    private StateFolders() {}

    static Path of(String id) {
        return root().resolve(ConnectionStates.key(id));
    }

    private static Path root() {
        return Jenkins.get().getRootDir().toPath().resolve("aikido");
    }

    /** Moves a folder and replaces one that is already there. */
    static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            delete(to);
            Files.move(from, to);
        }
    }

    /** Deletes the folders that have none of the names and have not changed since a time. */
    static void deleteOthers(Set<String> names, Instant since) {
        if (!Files.isDirectory(root())) {
            return;
        }
        try (Stream<Path> folders = Files.list(root())) {
            List<Path> others = folders.filter(folder -> !names.contains(String.valueOf(folder.getFileName())))
                    .toList();
            for (Path folder : others) {
                if (changed(folder).isBefore(since)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Unused states of connections could not be found", e);
        }
    }

    private static Instant changed(Path folder) throws IOException {
        Path state = folder.resolve("state.xml");
        return Files.getLastModifiedTime(Files.exists(state) ? state : folder).toInstant();
    }

    /** A file that is in use is deleted later. */
    static void delete(Path folder) {
        try {
            if (Files.exists(folder)) {
                Util.deleteRecursive(folder.toFile());
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The state in " + folder + " could not be deleted", e);
        }
    }
}
