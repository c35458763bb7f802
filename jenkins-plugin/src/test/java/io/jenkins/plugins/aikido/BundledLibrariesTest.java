package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.aikidoconnect.AikidoConnect;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class path of this test has Jenkins, the plugins that this one depends on, and what it bundles: the SDK. */
class BundledLibrariesTest {

    @Test
    void holdNoClassOfJenkinsOrOfAnotherPlugin() throws Exception {
        List<String> classes = bundledClasses();

        assertThat(classes).hasSizeGreaterThan(100);
        for (String name : classes) {
            assertThat(Collections.list(getClass().getClassLoader().getResources(name)))
                    .as(name)
                    .hasSize(1);
        }
    }

    @Test
    void takeJacksonFromItsPlugin() throws Exception {
        assertThat(bundledClasses())
                .allMatch(name -> name.startsWith("io/github/aikidoconnect/") || name.startsWith("org/azd/"));
    }

    @Test
    void theSdksTestsOfJsonRunWithThisJackson() throws Exception {
        Path pom = Path.of("..", "pom.xml");
        assumeTrue(Files.exists(pom), "the SDK is in another repository");
        String properties = Files.readString(pom);

        assertThat(properties)
                .contains(
                        "<jackson-of-jenkins.version>" + PackageVersion.VERSION + "</jackson-of-jenkins.version>",
                        "<jackson-annotations-of-jenkins.version>" + annotations()
                                + "</jackson-annotations-of-jenkins.version>");
    }

    private static String annotations() throws Exception {
        Path jar = Path.of(JsonProperty.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return jar.getFileName().toString().replaceAll("jackson-annotations-|\\.jar", "");
    }

    private static List<String> bundledClasses() throws Exception {
        URI place = AikidoConnect.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (Files.isDirectory(Path.of(place))) {
            return classes(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(place), Map.of())) {
            return classes(jar.getPath("/"));
        }
    }

    private static List<String> classes(Path root) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith("module-info.class") && !name.endsWith("package-info.class"))
                    .toList();
        }
    }
}
