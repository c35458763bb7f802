package io.github.aikidoconnect.maven.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import org.junit.jupiter.api.Test;

/** What a problem calls a setting that may stand in the file. */
class FileSettingNamesTest {

    private static final SettingNames OTHERS = setting -> "-D" + setting;

    @Test
    void namesBothPlacesWhereASettingMayStand() {
        FileSettingNames names = new FileSettingNames(OTHERS, "aikido-connect.yml", ConnectionConfig.NONE, null);

        assertThat(names.of(Setting.AZURE_PROJECT)).isEqualTo("\"project\" in aikido-connect.yml or -DAZURE_PROJECT");
        assertThat(names.of(Setting.PRUNE_LIMIT)).isEqualTo("\"pruneLimit\" in aikido-connect.yml or -DPRUNE_LIMIT");
        assertThat(names.of(Setting.PROJECTS)).isEqualTo("\"projects\" in aikido-connect.yml");
        assertThat(names.of(Setting.TIMEOUT)).isEqualTo("-DTIMEOUT");
    }

    @Test
    void namesTheClientOfTheProjectWhereTheFileDoes() {
        ClientName client = new ClientName(ClientName.Place.ENVIRONMENT, "PAY");

        assertThat(new FileSettingNames(OTHERS, "a.yml", ConnectionConfig.NONE, client).of(Setting.AIKIDO_CLIENT))
                .isEqualTo("the environment variables PAY_CLIENT_ID and PAY_CLIENT_SECRET, which a.yml names");
        assertThat(new FileSettingNames(OTHERS, "a.yml", ConnectionConfig.NONE, null).of(Setting.AIKIDO_CLIENT))
                .isEqualTo("-DAIKIDO_CLIENT, or name it with serverId or envPrefix in a.yml");
    }
}
