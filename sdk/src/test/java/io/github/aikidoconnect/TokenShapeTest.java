package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message shows of a text that was given in the place of a name. */
class TokenShapeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrst",
                "5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na",
                "AIK_SECRET_hunter2",
                "aik_client_hunter2",
                "eyJhbGciOiJub25lIn0.e30.x",
                "Shop 5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na",
                "https://dev.azure.com/5ubxc2qk7a3lzq5o2y4dxs6uvxk3mf6gs7w2pmb4q5hty6rcj2na"
            })
    void hidesWhatLooksLikeAToken(String text) {
        assertThat(SafeText.withoutToken(text)).isEqualTo("(" + text.length() + " characters that look like a token)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Shop Front",
                "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701",
                "Projekt2024Abrechnungssystem",
                "customer-portal-backend-2024-v2",
                "Donaudampfschifffahrtsgesellschaftskapitaen",
                "team-[2-9]-*",
                "https://tfs.example.com:8443/tfs/DefaultCollection2019"
            })
    void showsNames(String text) {
        assertThat(SafeText.withoutToken(text)).isEqualTo(text);
    }
}
