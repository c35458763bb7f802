package io.jenkins.plugins.aikido;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Jenkins's policy forbids would silently not work, and only in the browser. */
class ContentSecurityPolicyTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "<script(?![^>]+src=)|<style|\\son[a-z]+\\s*=|\\sstyle\\s*=|javascript:|(src|data)\\s*=\\s*[\"'](https?:)?//",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @MethodSource
    void aPageHasNoScriptStyleOrImageThatThePolicyForbids(Path page) throws IOException {
        assertThat(Files.readString(page, UTF_8)).doesNotContainPattern(FORBIDDEN);
    }

    static Stream<Path> aPageHasNoScriptStyleOrImageThatThePolicyForbids() throws IOException {
        return Files.walk(RESOURCES).filter(file -> file.toString().matches(".*\\.(jelly|html|svg)"));
    }
}
