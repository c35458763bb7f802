package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.maven.config.ClientName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.maven.settings.Server;
import org.jspecify.annotations.Nullable;

/**
 * Finds a credential in an environment variable or in a server of settings.xml, and logs where it was found, never its
 * value.
 */
final class Credentials {

    private final Map<String, String> environment;
    private final ServerSettings settings;
    private final Console console;
    private final Predicate<String> servers;

    Credentials(Map<String, String> environment, ServerSettings settings, Console console) {
        this(environment, settings, console, server -> true);
    }

    private Credentials(
            Map<String, String> environment, ServerSettings settings, Console console, Predicate<String> servers) {
        this.environment = environment;
        this.settings = settings;
        this.console = console;
        this.servers = servers;
    }

    /** Returns the same, with only these variables and servers. */
    Credentials only(Predicate<String> variables, Predicate<String> allowedServers) {
        Map<String, String> allowed = new HashMap<>(environment);
        allowed.keySet().removeIf(variables.negate());
        return new Credentials(allowed, settings, console, allowedServers);
    }

    /** Logs whose secrets are looked up next. */
    void announce(String whose) {
        console.info("  " + whose);
    }

    /** Returns the value of the variable, or else the password of the server; null if neither is set. */
    @Nullable
    Secret password(String what, String variable, String serverId) throws ConfigurationException {
        return find(what, variable, "password", serverId, Server::getPassword);
    }

    /** Returns the value of the variable, or else the username of the server; null if neither is set. */
    @Nullable
    Secret username(String what, String variable, String serverId) throws ConfigurationException {
        return find(what, variable, "username", serverId, Server::getUsername);
    }

    /** Returns the value of a variable that is not a secret; empty if it is not set. */
    Optional<String> plain(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns a server of settings.xml. */
    Optional<Server> server(String serverId) throws ConfigurationException {
        return servers.test(serverId) ? settings.server(serverId) : Optional.empty();
    }

    /** Returns the value of a variable, null if it is not set. */
    @Nullable
    Secret variable(String what, String variable) {
        Secret value = secret(environment.get(variable));
        if (value != null) {
            console.info("  " + what + " from the environment variable " + variable);
        }
        return value;
    }

    /**
     * Adds the API client that a file names to a request. Its place is not logged, because the file states it.
     *
     * @param rules which clients the file may name
     * @param file the name of the file
     */
    void addClient(ClientName name, ClientNameRules rules, String file, ConnectRequest.Builder request) {
        Optional<Problem> refused = rules.refuse(name, file);
        request.problem(Setting.AIKIDO_CLIENT, refused.orElse(null));
        if (refused.isPresent()) {
            request.aikidoClient(null, null);
            return;
        }
        if (name.place() == ClientName.Place.ENVIRONMENT) {
            request.aikidoClient(
                    secret(environment.get(name.idVariable())), secret(environment.get(name.secretVariable())));
            return;
        }
        try {
            Optional<Server> server = settings.server(name.name());
            request.aikidoClient(
                    secret(server.map(Server::getUsername).orElse(null)),
                    secret(server.map(Server::getPassword).orElse(null)));
        } catch (ConfigurationException e) {
            request.aikidoClient(null, null).problem(Setting.AIKIDO_CLIENT, e.problem());
        }
    }

    private static @Nullable Secret secret(@Nullable String value) {
        return value == null || value.isBlank() ? null : Secret.of(value);
    }

    private @Nullable Secret find(
            String what, String variable, String field, String serverId, Function<Server, @Nullable String> read)
            throws ConfigurationException {
        Secret given = variable(what, variable);
        if (given != null) {
            return given;
        }
        Optional<Server> server = server(serverId);
        Secret stored = secret(server.isEmpty() ? null : read.apply(server.get()));
        if (stored != null) {
            console.info("  " + what + " from the " + field + " of <server> " + serverId + " in settings.xml");
        }
        return stored;
    }
}
