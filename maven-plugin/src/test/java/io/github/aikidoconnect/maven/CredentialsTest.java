package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.maven.config.ClientName;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final RecordingLog log = new RecordingLog();
    private final Settings settings = new Settings();

    @Test
    void prefersTheVariable() throws Exception {
        server("azure-devops", "user", "stored");

        assertThat(credentials(Map.of("PAT", " given ")).password("token", "PAT", "azure-devops"))
                .isEqualTo(Secret.of("given"));
        assertThat(log.lines()).containsExactly("  token from the environment variable PAT");
    }

    @Test
    void takesTheServerWhereTheVariableIsBlank() throws Exception {
        server("azure-devops", "user", "stored");
        Credentials credentials = credentials(Map.of("PAT", " "));

        assertThat(credentials.password("token", "PAT", "azure-devops")).isEqualTo(Secret.of("stored"));
        assertThat(credentials.username("id", "ID", "azure-devops")).isEqualTo(Secret.of("user"));
        assertThat(log.lines())
                .containsExactly(
                        "  token from the password of <server> azure-devops in settings.xml",
                        "  id from the username of <server> azure-devops in settings.xml");
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        server("blank", "", " ");

        assertThat(credentials(Map.of()).password("token", "PAT", "none")).isNull();
        assertThat(credentials(Map.of()).password("token", "PAT", "blank")).isNull();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void decryptsThePassword() throws Exception {
        server("azure-devops", "user", "{encrypted}");

        assertThat(credentials(Map.of()).password("token", "PAT", "azure-devops"))
                .isEqualTo(Secret.of("decrypted"));
    }

    @Test
    void refusesWhatStaysEncryptedWithoutSayingIt() {
        server("azure-devops", "user", "{of-another-master}");

        assertThatThrownBy(() -> credentials(Map.of()).password("token", "PAT", "azure-devops"))
                .asInstanceOf(type(ConfigurationException.class))
                .extracting(e -> e.problem().toString())
                .asString()
                .startsWith(
                        "[CONFIGURATION] Maven cannot decrypt the password of <server> azure-devops in settings.xml."
                                + " Encrypt it again")
                .doesNotContain("of-another-master");
    }

    @Test
    void refusesAPasswordThatMavenCannotDecrypt() {
        server("azure-devops", "user", "{broken}");

        assertThatThrownBy(() -> credentials(Map.of()).password("token", "PAT", "azure-devops"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void looksOnlyAtTheServerThatIsAskedFor() throws Exception {
        server("other", "user", "{broken}");
        server("azure-devops", "user", "stored");

        assertThat(credentials(Map.of()).password("token", "PAT", "azure-devops"))
                .isNotNull();
    }

    private ConnectRequest client(ClientName.Place place, String name, String... serverIds) {
        ConnectRequest.Builder request =
                ConnectRequest.builder().aikidoClient(Secret.of("earlier"), Secret.of("earlier"));
        Map<String, String> environment = Map.of(
                "PAYMENTS_CLIENT_ID",
                "id",
                "PAYMENTS_CLIENT_SECRET",
                "stored",
                "AZURE_CLIENT_ID",
                "id",
                "AZURE_CLIENT_SECRET",
                "stored");
        ClientNameRules rules = new ClientNameRules("workspace", List.of(serverIds));
        credentials(environment).addClient(new ClientName(place, name), rules, "aikido-connect.yml", request);
        return request.build();
    }

    /** A file of a pull request would have Aikido be sent the password of any server. */
    @Test
    void looksUpOnlyTheServersThatAFileMayName() {
        for (String id : List.of("nexus", "aikido", "aikido-shop", "workspace", "azure-devops", "Aikido")) {
            server(id, "user", "stored");
        }

        for (String id : List.of("aikido", "aikido-shop", "workspace")) {
            ConnectRequest request = client(ClientName.Place.SERVER, id);
            assertThat(request.aikidoClientSecret()).as(id).contains(Secret.of("stored"));
            assertThat(request.problems()).isEmpty();
        }
        for (String id : List.of("nexus", "azure-devops", "Aikido")) {
            ConnectRequest request = client(ClientName.Place.SERVER, id, "other");
            assertThat(request.aikidoClientId()).as(id).isEmpty();
            assertThat(request.aikidoClientSecret()).as(id).isEmpty();
            assertThat(request.problems())
                    .singleElement()
                    .hasToString("[CONFIGURATION] aikido-connect.yml names the <server> \"" + id
                            + "\", whose id does not begin with \"aikido\" and is not in aikido.serverIds. It was not looked"
                            + " up. Rename the <server> in settings.xml, or add its id to -Daikido.serverIds (or"
                            + " <serverIds> in the pom).");
        }
        assertThat(client(ClientName.Place.SERVER, "nexus", "other", "nexus").aikidoClientSecret())
                .contains(Secret.of("stored"));
    }

    @Test
    void readsNoVariablesOfOtherServices() {
        assertThat(client(ClientName.Place.ENVIRONMENT, "PAYMENTS").aikidoClientSecret())
                .contains(Secret.of("stored"));
        ConnectRequest request = client(ClientName.Place.ENVIRONMENT, "AZURE");
        assertThat(request.aikidoClientSecret()).isEmpty();
        assertThat(request.problems())
                .singleElement()
                .hasToString("[CONFIGURATION] aikido-connect.yml names the environment variables AZURE_CLIENT_ID and"
                        + " AZURE_CLIENT_SECRET, which belong to another service. They were not read. Choose another"
                        + " envPrefix in aikido-connect.yml, AIKIDO_AZURE for instance.");
    }

    @Test
    void takesTheActiveProxiesOnly() throws Exception {
        proxy("sleeping", false, "{broken}");
        proxy("one", true, null);
        proxy("two", true, "{encrypted}");

        assertThat(new ServerSettings(settings, new Decrypter()).proxies()).hasToString("one:3128, two:3128");
    }

    @Test
    void refusesAProxyWhosePasswordStaysEncrypted() {
        proxy("one", true, "{broken}");

        assertThatThrownBy(() -> new ServerSettings(settings, new Decrypter()).proxies())
                .hasMessage("Maven cannot decrypt the password of <proxy> one in settings.xml.");
    }

    private Credentials credentials(Map<String, String> environment) {
        return new Credentials(
                environment, new ServerSettings(settings, new Decrypter()), new Console(log, new Colours(false)));
    }

    private void server(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        settings.addServer(server);
    }

    private void proxy(String host, boolean active, @Nullable String password) {
        Proxy proxy = new Proxy();
        proxy.setId(host);
        proxy.setHost(host);
        proxy.setPort(3128);
        proxy.setActive(active);
        proxy.setUsername("user");
        proxy.setPassword(password);
        settings.addProxy(proxy);
    }

    /** Knows one password, and says of another that it is broken; the real one is tried in {@code src/it}. */
    private static final class Decrypter implements SettingsDecrypter {

        @Override
        public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
            List<Server> servers =
                    request.getServers().stream().map(Server::clone).toList();
            List<Proxy> proxies =
                    request.getProxies().stream().map(Proxy::clone).toList();
            servers.forEach(server -> server.setPassword(decrypt(server.getPassword())));
            proxies.forEach(proxy -> proxy.setPassword(decrypt(proxy.getPassword())));
            boolean broken = servers.stream().anyMatch(server -> "{broken}".equals(server.getPassword()))
                    || proxies.stream().anyMatch(proxy -> "{broken}".equals(proxy.getPassword()));
            return new Result(servers, proxies, broken ? List.of(problem()) : List.of());
        }

        private static @Nullable String decrypt(@Nullable String password) {
            return "{encrypted}".equals(password) ? "decrypted" : password;
        }

        private static SettingsProblem problem() {
            return new DefaultSettingsProblem("broken", SettingsProblem.Severity.ERROR, "settings.xml", -1, -1, null);
        }
    }

    private record Result(List<Server> servers, List<Proxy> proxies, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {

        @Override
        public @Nullable Server getServer() {
            return servers.isEmpty() ? null : servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public @Nullable Proxy getProxy() {
            return proxies.isEmpty() ? null : proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
