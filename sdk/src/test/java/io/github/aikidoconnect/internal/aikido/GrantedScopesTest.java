package io.github.aikidoconnect.internal.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantedScopesTest {

    @Test
    void areReadFromTheClaimWhateverElseTheTokenHolds() {
        assertThat(GrantedScopes.of(
                        token("{\"sub\":\"x\",\"scope\":\" basics:read  repositories:write basics:read\"}")))
                .hasValueSatisfying(
                        scopes -> assertThat(scopes).containsExactlyInAnyOrder("basics:read", "repositories:write"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"scope\":null}",
                "{\"scope\":\" \"}",
                "{\"scope\":[\"basics:read\"]}",
                "{\"scp\":\"basics:read\"}",
                "[]",
                "no JSON"
            })
    void areUnknownWithoutTheClaim(String claims) {
        assertThat(GrantedScopes.of(token(claims))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.%%.c", "..", "a.b.c.d.e"})
    void areUnknownOfATokenThatIsNoJsonWebToken(String token) {
        assertThat(GrantedScopes.of(Secret.of(token))).isEmpty();
    }

    private static Secret token(String claims) {
        return Secret.of("e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x");
    }
}
