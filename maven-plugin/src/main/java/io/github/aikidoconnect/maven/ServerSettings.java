package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.maven.proxy.Proxies;
import io.github.aikidoconnect.maven.proxy.ProxyServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** The decrypted values of settings.xml for a run: only the requested servers and the active proxies. */
final class ServerSettings {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    ServerSettings(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /** Returns a server with its decrypted password; empty if there is no server with that id. */
    Optional<Server> server(String id) throws ConfigurationException {
        Server server = settings.getServer(id);
        if (server == null) {
            return Optional.empty();
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        refuseUndecrypted("<server> " + id, result, result.getServer().getPassword());
        return Optional.of(result.getServer());
    }

    /** Returns all active proxies, like Maven. */
    Proxies proxies() throws ConfigurationException {
        List<ProxyServer> servers = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                DefaultSettingsDecryptionRequest request = new DefaultSettingsDecryptionRequest();
                request.setProxies(List.of(proxy));
                SettingsDecryptionResult result = decrypter.decrypt(request);
                Proxy clear = result.getProxy();
                refuseUndecrypted("<proxy> " + proxy.getId(), result, clear.getPassword());
                servers.add(new ProxyServer(
                        clear.getProtocol(),
                        clear.getHost(),
                        clear.getPort(),
                        clear.getUsername(),
                        clear.getPassword(),
                        clear.getNonProxyHosts()));
            }
        }
        return new Proxies(servers);
    }

    /**
     * Refuses a password that could not be decrypted: it would be sent encrypted and rejected with a misleading message.
     * The reason is not shown, because it may contain the password.
     */
    private static void refuseUndecrypted(String where, SettingsDecryptionResult result, @Nullable String password)
            throws ConfigurationException {
        boolean failed = result.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        String text = password == null ? "" : password.strip();
        if (failed || (text.startsWith("{") && text.endsWith("}"))) {
            throw new ConfigurationException(
                    "Maven cannot decrypt the password of " + where + " in settings.xml.",
                    "Encrypt it again with this Maven and its settings-security file, or write it in plain text.");
        }
    }
}
