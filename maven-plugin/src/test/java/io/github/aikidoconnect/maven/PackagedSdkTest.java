package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aikidoconnect.AikidoConnect;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar that users get. It exists from the phase {@code package} on; before it, these tests are skipped. */
class PackagedSdkTest {

    private static Path jar = Path.of("");

    @BeforeAll
    static void findTheJar() throws URISyntaxException {
        jar = Path.of(AikidoConnect.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(Files.isRegularFile(jar), "the SDK is packaged");
    }

    @Test
    void isAModuleThatExportsTheApiAlone() {
        ModuleDescriptor module = ModuleFinder.of(jar)
                .find("io.github.aikidoconnect")
                .orElseThrow()
                .descriptor();

        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder("io.github.aikidoconnect", "io.github.aikidoconnect.location");
        assertThat(module.isAutomatic()).isFalse();
    }

    /** Other versions of azd have other classes of the same names. */
    @Test
    void hasTheClassesOfAzdUnderItsOwnNameAndNoticesTheirLicence() throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(ZipEntry::getName))
                    .contains("io/github/aikidoconnect/internal/azd/utils/RestClient.class")
                    .noneMatch(name -> name.startsWith("org/azd/"));
            String notice = new String(
                    file.getInputStream(file.getEntry("META-INF/NOTICE")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(notice).contains("azure-devops-java-sdk").contains("MIT License");
        }
    }
}
