package io.github.aikidoconnect.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for secrets finds those that are there: else all the tests that find none would prove nothing. */
class SecretSearchTest {

    private static final String SECRET = "planted+one/two=Three&4";

    private final SecretSearch search = SecretSearch.of(SECRET);

    static Stream<String> forms() {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return Stream.of(
                SECRET,
                "x" + SECRET + "y",
                encoded,
                encoded.toLowerCase(Locale.ROOT).replace("three", "Three"),
                base64(SECRET),
                base64(":" + SECRET),
                base64("a:" + SECRET + ":b"),
                base64("abc:" + SECRET),
                "glued" + base64(SECRET) + "glued",
                "g" + base64("ab" + SECRET),
                base64(SECRET).replace('+', '-').replace('/', '_'),
                base64(SECRET).replace("=", ""),
                SECRET.substring(0, 14),
                base64(SECRET.substring(5)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void findsASecretInEachForm(String form) {
        assertThat(search.in("[ERROR] 100% of: " + form + " and more")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "planted+one",
                "******",
                "100 %",
                "%zz",
                "cGxhbnRl",
                "[INFO] eyJhbGciOiJIUzI1NiJ9.e30"
            })
    void findsNothingElse(String text) {
        assertThat(search.in(text)).isEmpty();
    }

    @Test
    void looksIntoTheNamesAndContentsOfFiles(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("harmless"), "nothing");
        assertThat(search.below(folder)).isEmpty();

        Path deep = Files.createDirectories(folder.resolve("a").resolve("b"));
        Files.writeString(deep.resolve("c"), "x" + base64(SECRET));
        assertThat(search.below(folder)).hasSize(1);

        Files.createFile(deep.resolve(URLEncoder.encode(SECRET, StandardCharsets.UTF_8)));
        assertThat(search.below(folder)).hasSize(2);
    }

    @Test
    void refusesASecretThatIsTooShortToBeTold() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretSearch.of("short"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
