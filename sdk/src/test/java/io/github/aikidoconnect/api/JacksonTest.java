package io.github.aikidoconnect.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.PackageVersion;
import io.github.aikidoconnect.AikidoConnect;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.azd.utils.RestClient;
import org.junit.jupiter.api.Test;

/** azd's jar holds a Jackson of its own. None of it may be at work, or travel with the SDK. */
class JacksonTest {

    @Test
    void theJacksonAtWorkIsItsOwnJar() throws URISyntaxException {
        assertThat(origin(ObjectMapper.class).getFileName().toString()).startsWith("jackson-databind-");
    }

    @Test
    void thereIsNoOtherJackson() throws IOException {
        String name = ObjectMapper.class.getName().replace('.', '/') + ".class";

        // The simulator's jar may bring the same file from its own folder; what matters is that no other one is there.
        assertThat(Collections.list(getClass().getClassLoader().getResources(name)))
                .isNotEmpty()
                .allSatisfy(place ->
                        assertThat(place.toString()).contains("/jackson-databind-" + PackageVersion.VERSION + ".jar!"));
    }

    @Test
    void nothingOfAzdsJacksonIsPackaged() throws IOException, URISyntaxException {
        Path classes = origin(AikidoConnect.class);

        // The classes of azd are there: with another folder this test would prove nothing.
        assertThat(classes.resolve("org/azd/utils/RestClient.class")).exists();
        try (Stream<Path> files = Files.walk(classes)) {
            assertThat(files.map(file -> classes.relativize(file).toString().replace('\\', '/')))
                    .noneMatch(file -> file.contains("com/fasterxml") || file.contains("com.fasterxml"));
        }
    }

    @Test
    void theAzdAtWorkIsThePackagedOne() throws URISyntaxException {
        assertThat(origin(RestClient.class)).isEqualTo(origin(AikidoConnect.class));
    }

    private static Path origin(Class<?> type) throws URISyntaxException {
        URI location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(location);
    }
}
