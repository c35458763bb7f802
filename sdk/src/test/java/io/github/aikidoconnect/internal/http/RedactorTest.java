package io.github.aikidoconnect.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SecretSearch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

    private static final String TOKEN = "fake/Token+Not=A&Secret";

    private final Redactor redactor = new Redactor();

    @Test
    void masksASecretInEveryFormInWhichItIsSent() {
        redactor.add(Secret.of(TOKEN));

        assertMasked(TOKEN);
        assertMasked(URLEncoder.encode(TOKEN, StandardCharsets.UTF_8));
        assertMasked(base64(TOKEN));
        assertMasked(base64(":" + TOKEN));
    }

    @Test
    void masksThePairThatIsSentAsOne() {
        redactor.add(Secret.of("fakeClient"), Secret.of(TOKEN));

        assertMasked("fakeClient");
        assertMasked(TOKEN);
        assertMasked(base64("fakeClient:" + TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "a:", "abc:", "{\"access_token\":\""})
    void masksASecretInBase64WhateverStandsAroundIt(String before) {
        redactor.add(Secret.of(TOKEN));
        String encoded = base64(before + TOKEN + "\"}");

        String clean = redactor.clean(
                "Got " + encoded + " and " + encoded.replace('+', '-').replace('/', '_'));

        assertThat(SecretSearch.of(TOKEN).in(clean)).as(clean).isEmpty();
        assertThat(clean).startsWith("Got ").contains(" and ");
    }

    @Test
    void masksAUrlEncodedSecretInEitherCase() {
        redactor.add(Secret.of(TOKEN));
        String encoded = URLEncoder.encode(TOKEN, StandardCharsets.UTF_8);

        assertMasked(encoded.replace("%2F", "%2f"));
        assertMasked(encoded.toLowerCase(Locale.ROOT));
    }

    private void assertMasked(String form) {
        assertThat(redactor.clean("before " + form + " after")).matches("before \\*{6}=* after");
    }

    @Test
    void masksTheLongerOfTwoSecretsThatBeginAlike() {
        redactor.add(Secret.of("fakeToken"));
        redactor.add(Secret.of("fakeTokenThatIsLonger"));

        assertThat(redactor.clean("fakeTokenThatIsLonger")).isEqualTo("******");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\r\nb", "a\u001b[31mb", "a\u0000b", "a\u009bb", "a\u2028b", "a\u202eb", "a\u2066b"})
    void leavesNothingThatATerminalActsOn(String text) {
        assertThat(redactor.clean(text)).matches("a (\\[31m)?b");
    }

    @Test
    void doesNotLetAControlCharacterHideASecret() {
        redactor.add(Secret.of("fakeToken"));

        assertThat(redactor.clean("fake\u0000Token")).doesNotContain("fakeToken");
    }

    @Test
    void keepsUmlautsAndCutsWhatIsTooLong() {
        assertThat(redactor.clean("Übersicht 店 😀")).isEqualTo("Übersicht 店 😀");
        assertThat(redactor.clean("x".repeat(1000))).hasSize(303).endsWith("...");
    }

    @Test
    void masksBeforeItCuts() {
        redactor.add(Secret.of("fakeToken"));

        assertThat(redactor.clean("x".repeat(296) + "fakeToken")).doesNotContain("fake");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
