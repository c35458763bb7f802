package io.jenkins.plugins.aikido;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.util.Secret;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import java.util.List;
import java.util.function.Consumer;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** What an administrator does before jobs can run: the credentials, and a connection. */
final class Administrator {

    static final String TOKEN_ID = "azure-devops-token";
    static final String CLIENT_ID = "aikido-client";

    private Administrator() {}

    /** Adds both credentials with the scope System, which no job can read. */
    static void addsCredentials() throws Exception {
        addsCredentials(Shop.TOKEN, Shop.CLIENT_ID, Shop.CLIENT_SECRET);
    }

    static void addsCredentials(String token, String clientId, String clientSecret) throws Exception {
        SystemCredentialsProvider store = SystemCredentialsProvider.getInstance();
        store.getCredentials()
                .add(new StringCredentialsImpl(
                        CredentialsScope.SYSTEM, TOKEN_ID, "Azure DevOps", Secret.fromString(token)));
        store.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.SYSTEM, CLIENT_ID, "Aikido", clientId, clientSecret));
        store.save();
    }

    /** A connection to the services with those credentials, not saved yet. */
    static Connection connection(String name, SimulatedServices services) {
        return connection(name, services.azureUrl(), services.aikidoUrl());
    }

    static Connection connection(String name, String azureUrl, String aikidoUrl) {
        Connection connection = new Connection(name, Shop.ORGANIZATION, TOKEN_ID, CLIENT_ID);
        connection.setAzureUrl(azureUrl);
        connection.setAikidoUrl(aikidoUrl);
        return connection;
    }

    /** Adds the credentials and saves one connection, {@code contoso}. */
    static void connects(SimulatedServices services) throws Exception {
        connects(services, connection -> {});
    }

    /** The same with other values in some fields of the connection. */
    static Connection connects(SimulatedServices services, Consumer<Connection> changes) throws Exception {
        addsCredentials();
        Connection connection = connection("contoso", services);
        changes.accept(connection);
        saves(connection);
        return connection;
    }

    static void saves(Connection... connections) {
        AikidoConfiguration.get().setConnections(List.of(connections));
    }
}
