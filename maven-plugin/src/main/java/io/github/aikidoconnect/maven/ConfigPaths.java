package io.github.aikidoconnect.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of {@code aikido.config}: one file, several that are separated by commas, or those of a folder.
 *
 * @param root the folder against which the paths are resolved: the same in every module of a build
 * @param files the files, in the order of the list, or in that of their names in a folder
 * @param several whether there is a report over several organizations, even if there is one file
 */
record ConfigPaths(Path root, List<Path> files, boolean several) {

    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");

    /**
     * Returns the files of a text, none if it is empty.
     *
     * @throws ConfigurationException if it is a folder without files or one that cannot be read
     */
    static ConfigPaths of(@Nullable String text, Path root) throws ConfigurationException {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty()) {
            return new ConfigPaths(root, List.of(), false);
        }
        Path whole = root.resolve(given).normalize();
        if (Files.isDirectory(whole)) {
            return new ConfigPaths(root, filesIn(whole), true);
        }
        // The name of a file can contain a comma.
        if (!given.contains(",") || Files.exists(whole)) {
            return new ConfigPaths(root, List.of(whole), false);
        }
        List<Path> files = Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> root.resolve(name).normalize())
                .toList();
        return new ConfigPaths(root, files, files.size() > 1);
    }

    private static List<Path> filesIn(Path folder) throws ConfigurationException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(
                            file -> YAML.matcher(file.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw problem(
                    "The folder " + folder + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
        if (files.isEmpty()) {
            throw problem("The folder " + folder + " contains no file whose name ends with .yml or .yaml.");
        }
        return files;
    }

    private static ConfigurationException problem(String message) {
        return new ConfigurationException(message, "Correct " + MavenSettingNames.parameter("config", "config") + ".");
    }

    /** Returns the name of a file in messages: with its folder if another file has the same name. */
    String name(Path file) {
        boolean unique = files.stream()
                        .filter(other -> String.valueOf(other.getFileName()).equals(String.valueOf(file.getFileName())))
                        .count()
                == 1;
        return unique || !file.startsWith(root)
                ? String.valueOf(unique ? file.getFileName() : file)
                : root.relativize(file).toString();
    }
}
