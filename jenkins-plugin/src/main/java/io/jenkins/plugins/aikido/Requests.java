package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;


import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import java.util.Optional;

/** Turns a connection into what the SDK is asked for. */
final class Requests {

    private Requests() {}

    /**
     * Adds all that a connection says.
     *
     * @throws ProblemException if it names a credential that is not there, or an empty one
     */
    static void complete(ConnectRequest.Builder request, Connection connection, SettingNames names)
            throws ProblemException {
        request.organization(connection.getOrganization())
                .azureUrl(connection.getAzureUrl())
                .aikidoUrl(connection.getAikidoUrl())
                .region(connection.getRegion())
                .handover(connection.getHandover())
                .allowSharedWorkspace(connection.isAllowSharedWorkspace())
                .callsPerMinute(connection.getCallsPerMinute());
        request.azureToken(token(connection.getTokenCredentialsId(), names.of(Setting.AZURE_TOKEN)));
        if (!connection.getClientCredentialsId().isEmpty()) {
            String field = names.of(Setting.AIKIDO_CLIENT);
            StandardUsernamePasswordCredentials client =
                    found(StoredSecrets.client(connection.getClientCredentialsId()), "Username with password", field);
            request.aikidoClient(
                    secret(client.getUsername(), field),
                    secret(client.getPassword().getPlainText(), field));
        }
    }

    private static Secret token(String id, String field) throws ProblemException {
        if (id.isEmpty()) {
            return null;
        }
        return secret(
                found(StoredSecrets.token(id), "Secret text", field).getSecret().getPlainText(), field);
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
