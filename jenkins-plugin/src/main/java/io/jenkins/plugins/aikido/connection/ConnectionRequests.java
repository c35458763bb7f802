package io.jenkins.plugins.aikido.connection;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import io.github.aikidoconnect.AfterConnecting;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.Optional;
import java.util.function.Consumer;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Adds the values of a connection to a request. */
@Restricted(NoExternalUse.class)
public final class ConnectionRequests {

    private ConnectionRequests() {}

    /**
     * Adds all values of a connection.
     *
     * @throws ProblemException if a credential of the connection does not exist or is blank
     */
    public static void complete(ConnectRequest.Builder request, OwnedConnection connection, SettingNames names)
            throws ProblemException {
        complete(request, connection, names, credential -> {});
    }

    /**
     * Adds all values of a connection and reports the credentials that they use.
     *
     * @param used receives each credential before its secret is read
     */
    public static void complete(
            ConnectRequest.Builder request, OwnedConnection owned, SettingNames names, Consumer<Credentials> used)
            throws ProblemException {
        Connection connection = owned.connection();
        request.organization(connection.getOrganization())
                .azureUrl(connection.getAzureUrl())
                .aikidoUrl(connection.getAikidoUrl())
                .region(connection.getRegion())
                .handover(connection.getHandover())
                .allowSharedWorkspace(connection.isAllowSharedWorkspace())
                .callsPerMinute(connection.getCallsPerMinute())
                // The settings of the step are already there, and later settings win.
                .afterConnecting(after -> AfterConnecting.NOTHING
                        .plusSettings(RepositoryRule.settings(connection.getSettings()))
                        .plusSettings(after.settings())
                        .withCreateTeams(connection.isCreateTeams()));
        Optional<AzureSignIn> identity = new SignInRequests(owned, names, used).identity();
        request.azureSignIn(identity.orElse(null));
        if (identity.isEmpty()) {
            request.azureToken(token(owned, names.of(Setting.AZURE_TOKEN), used));
        }
        if (!connection.getClientCredentialsId().isEmpty()) {
            String field = names.of(Setting.AIKIDO_CLIENT);
            StandardUsernamePasswordCredentials client = found(
                    StoredSecrets.client(connection.getClientCredentialsId(), owned.owner()),
                    owned,
                    "Username with password",
                    field);
            used.accept(client);
            request.aikidoClient(
                    secret(client.getUsername(), field),
                    secret(client.getPassword().getPlainText(), field));
        }
    }

    private static Secret token(OwnedConnection owned, String field, Consumer<Credentials> used)
            throws ProblemException {
        String id = owned.connection().getTokenCredentialsId();
        if (id.isEmpty()) {
            return null;
        }
        StringCredentials token = found(StoredSecrets.token(id, owned.owner()), owned, "Secret text", field);
        used.accept(token);
        return secret(token.getSecret().getPlainText(), field);
    }

    /** The message is also for a build's log, which must not contain the ids of credentials. */
    static <C> C found(Optional<C> credential, OwnedConnection owned, String kind, String field)
            throws ProblemException {
        return credential.orElseThrow(() -> new ProblemException(
                "The credential of " + field + " was not found, or its kind is not \"" + kind + "\".",
                owned.isOfFolder()
                        ? "Select another credential in this field, or create it in the folder or in a folder above it."
                        : "Ask an administrator to select another credential in this field, or to create it under Manage"
                                + " Jenkins, Credentials, System."));
    }

    static Secret secret(String value, String field) throws ProblemException {
        Secret secret = Secret.of(value);
        if (secret.isEmpty()) {
            throw new ProblemException(
                    "The credential of " + field + " is blank.",
                    "Ask an administrator to update it under Manage Jenkins, Credentials.");
        }
        return secret;
    }
}
