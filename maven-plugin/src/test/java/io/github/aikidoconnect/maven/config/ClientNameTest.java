package io.github.aikidoconnect.maven.config;

import static io.github.aikidoconnect.maven.config.ClientName.Place.ENVIRONMENT;
import static io.github.aikidoconnect.maven.config.ClientName.Place.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the API client of a project is. */
class ClientNameTest {

    private static final String ID = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701";

    @ParameterizedTest
    @CsvSource({
        "Shop Front, aikido-shop-front, AIKIDO_SHOP_FRONT",
        "Payments, aikido-payments, AIKIDO_PAYMENTS",
        "Zahlungs-Übersicht (neu), aikido-zahlungs-ubersicht-neu, AIKIDO_ZAHLUNGS_UBERSICHT_NEU",
        "a.b_c  d, aikido-a-b-c-d, AIKIDO_A_B_C_D",
        "Straße 1, aikido-strasse-1, AIKIDO_STRASSE_1",
        "Отдел 1, aikido-0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701, AIKIDO_0B8F4A52_6A1D_4A58_9C53_2F0DE1C4A701",
        "Оплата, aikido-0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701, AIKIDO_0B8F4A52_6A1D_4A58_9C53_2F0DE1C4A701"
    })
    void putsTheProjectIntoTheName(String project, String server, String variable) {
        assertThat(new ClientName(SERVER, "aikido-{project}").of(project, ID).name())
                .isEqualTo(server);
        assertThat(new ClientName(ENVIRONMENT, "AIKIDO_{project}")
                        .of(project, ID)
                        .name())
                .isEqualTo(variable);
    }

    @Test
    void leavesANameWithoutTheProjectAsItIs() {
        assertThat(new ClientName(SERVER, "aikido").of("Shop Front", ID)).isEqualTo(new ClientName(SERVER, "aikido"));
    }

    @Test
    void saysWhatToSet() {
        assertThat(new ClientName(SERVER, "aikido-shop"))
                .hasToString("the username and password of <server> aikido-shop in settings.xml");
        assertThat(new ClientName(ENVIRONMENT, "PAY"))
                .hasToString("the environment variables PAY_CLIENT_ID and PAY_CLIENT_SECRET");
    }
}
