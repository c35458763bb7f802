package io.github.aikidoconnect.maven.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@code git} program of the machine. A checkout may contain a program with that name: Windows searches the current
 * folder first, and a {@code PATH} may contain a folder of the checkout, or a relative one.
 *
 * @param path the program, empty if there is none outside the checkout
 * @param searchPath the {@code PATH} without relative folders and folders of the checkout
 */
record GitProgram(Optional<Path> path, String searchPath) {

    /** Finds the program outside the checkout of a folder, and not in the current folder. */
    static GitProgram outside(Path directory, Map<String, String> environment) {
        Path checkout = checkout(directory);
        Optional<Path> current = real(Path.of("").toAbsolutePath());
        List<Path> folders = new ArrayList<>();
        for (String entry : searchPath(environment).split(File.pathSeparator, -1)) {
            folder(entry)
                    .filter(folder -> isOutside(folder, checkout))
                    .filter(folder -> !real(folder).equals(current))
                    .ifPresent(folders::add);
        }
        Optional<Path> program = folders.stream()
                .map(folder -> folder.resolve(isWindows() ? "git.exe" : "git"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .filter(file -> isOutside(file, checkout))
                .findFirst();
        return new GitProgram(
                program, folders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Returns the nearest folder, going upwards, that Git would use as the top of a checkout. */
    private static Path checkout(Path directory) {
        for (Path folder = directory.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return directory;
    }

    /** On Windows, the name of the variable is {@code Path}, case-insensitive. */
    private static String searchPath(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> isWindows()
                        ? variable.getKey().equalsIgnoreCase("PATH")
                        : variable.getKey().equals("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Optional<Path> folder(String entry) {
        try {
            return Optional.of(Path.of(entry)).filter(Path::isAbsolute).filter(Files::isDirectory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutside(Path file, Path checkout) {
        return real(file)
                .filter(place -> !place.startsWith(real(checkout).orElse(checkout)))
                .isPresent();
    }

    private static Optional<Path> real(Path file) {
        try {
            return Optional.of(file.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
