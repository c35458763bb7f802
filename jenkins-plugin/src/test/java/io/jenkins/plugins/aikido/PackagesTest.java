package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package of the plugin may use which. All may use the texts in the root package, and none uses one that uses it. */
class PackagesTest {

    private static final Path ROOT = Path.of("src/main/java/io/jenkins/plugins/aikido");
    private static final Pattern IMPORT = Pattern.compile("import io\\.jenkins\\.plugins\\.aikido\\.([a-z]+)\\.");
    private static final int LONGEST_FILE = 300;

    private static final Map<String, Set<String>> USES = Map.of(
            "proxy", Set.of(),
            "scm", Set.of(),
            "report", Set.of(),
            "connection", Set.of("proxy", "report"),
            "folder", Set.of("connection"),
            "state", Set.of("connection", "report"),
            "keep", Set.of("connection", "proxy", "report", "state"),
            "step", Set.of("connection", "proxy", "report", "scm", "state"),
            "overview", Set.of("connection", "keep", "report", "state"));

    @Test
    void eachPackageUsesOnlyThoseItMayUse() throws IOException {
        assertThat(names(Files.list(ROOT).filter(Files::isDirectory))).isEqualTo(new TreeSet<>(USES.keySet()));
        for (String name : USES.keySet()) {
            for (Path file : Files.list(ROOT.resolve(name)).toList()) {
                Set<String> used = new TreeSet<>();
                Matcher matcher = IMPORT.matcher(Files.readString(file));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
                used.remove(name);
                assertThat(USES.get(name)).as(file.toString()).containsAll(used);
            }
        }
    }

    @Test
    void noFileIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
        }
    }

    private static Set<String> names(Stream<Path> folders) {
        Set<String> names = new TreeSet<>();
        folders.map(folder -> Objects.requireNonNull(folder.getFileName()).toString())
                .forEach(names::add);
        return names;
    }
}
