package io.jenkins.plugins.aikido;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.Optional;
import java.util.function.Consumer;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Turns a connection into what the SDK is asked for. */
final class ConnectionRequests {

    private ConnectionRequests() {}

    /**
     * Adds all that a connection says.
     *
     * @throws ProblemException if it names a credential that is not there, or an empty one
     */
    static void complete(ConnectRequest.Builder request, Connection connection, SettingNames names)
            throws ProblemException {
        complete(request, connection, names, credential -> {});
    }

    /**
     * The same for a build.
     *
     * @param used is called with each credential before its secret is read
     */
    static void complete(
            ConnectRequest.Builder request, Connection connection, SettingNames names, Consumer<Credentials> used)
            throws ProblemException {
        request.organization(connection.getOrganization())
                .azureUrl(connection.getAzureUrl())
                .aikidoUrl(connection.getAikidoUrl())
                .region(connection.getRegion())
                .handover(connection.getHandover())
                .allowSharedWorkspace(connection.isAllowSharedWorkspace())
                .callsPerMinute(connection.getCallsPerMinute());
        request.azureToken(token(connection.getTokenCredentialsId(), names.of(Setting.AZURE_TOKEN), used));
        if (!connection.getClientCredentialsId().isEmpty()) {
            String field = names.of(Setting.AIKIDO_CLIENT);
            StandardUsernamePasswordCredentials client =
                    found(StoredSecrets.client(connection.getClientCredentialsId()), "Username with password", field);
            used.accept(client);
            request.aikidoClient(
                    secret(client.getUsername(), field),
                    secret(client.getPassword().getPlainText(), field));
        }
    }

    private static Secret token(String id, String field, Consumer<Credentials> used) throws ProblemException {
        if (id.isEmpty()) {
            return null;
        }
        StringCredentials token = found(StoredSecrets.token(id), "Secret text", field);
        used.accept(token);
        return secret(token.getSecret().getPlainText(), field);
    }

    /** The text is for a build's log, too, where ids of credentials are nobody's business. */
    private static <C> C found(Optional<C> credential, String kind, String field) throws ProblemException {
        return credential.orElseThrow(
                () -> new ProblemException(
                        "Jenkins's own store has no credential of the kind \"" + kind + "\" that " + field + " names.",
                        "Have an administrator choose another one there, or make it under Manage Jenkins, Credentials, System."));
    }

    private static Secret secret(String value, String field) throws ProblemException {
        Secret secret = Secret.of(value);
        if (secret.isEmpty()) {
            throw new ProblemException(
                    "The credential that " + field + " names is blank.",
                    "Have an administrator update it under Manage Jenkins, Credentials.");
        }
        return secret;
    }
}
