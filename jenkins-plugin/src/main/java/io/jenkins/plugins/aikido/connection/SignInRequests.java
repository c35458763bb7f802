package io.jenkins.plugins.aikido.connection;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.EntraApplication;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.SignInMethod;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Creates the identity of Microsoft Entra that a connection signs in with. A missing value is reported by the run. */
final class SignInRequests {

    private final OwnedConnection owned;
    private final SettingNames names;
    private final Consumer<Credentials> used;

    /** @param used receives a credential before its secret is read */
    SignInRequests(OwnedConnection owned, SettingNames names, Consumer<Credentials> used) {
        this.owned = owned;
        this.names = names;
        this.used = used;
    }

    /**
     * Returns the identity, empty for a personal access token.
     *
     * @throws ProblemException if a credential does not exist, or a folder may not use the identity
     */
    Optional<AzureSignIn> identity() throws ProblemException {
        Connection connection = owned.connection();
        if (connection.signsInWith(SignInMethod.SERVICE_PRINCIPAL)) {
            return Optional.of(servicePrincipal(connection));
        }
        if (connection.signsInWith(SignInMethod.WORKLOAD_IDENTITY)) {
            requireController();
            return Optional.of(AzureSignIn.workloadIdentity(
                    application(connection, Util.fixNull(connection.getIdentityClientId())), tokenFile(connection)));
        }
        if (connection.signsInWith(SignInMethod.MANAGED_IDENTITY)) {
            requireController();
            return Optional.of(AzureSignIn.managedIdentity(connection.getIdentityClientId()));
        }
        return Optional.empty();
    }

    /** The identity and the files of the controller belong to its administrators, and not to those of a folder. */
    private void requireController() throws ProblemException {
        if (owned.isOfFolder()) {
            throw new ProblemException(
                    "A connection of a folder cannot sign in with an identity of the controller.",
                    "Set " + names.of(Setting.AZURE_AUTH)
                            + " to a personal access token or a service principal, or ask an administrator to add the"
                            + " connection to the system configuration.");
        }
    }

    private AzureSignIn servicePrincipal(Connection connection) throws ProblemException {
        String field = names.of(Setting.AZURE_CLIENT_SECRET);
        StandardUsernamePasswordCredentials principal = ConnectionRequests.found(
                StoredSecrets.client(Util.fixNull(connection.getPrincipalCredentialsId()), owned.owner()),
                owned,
                "Username with password",
                field);
        used.accept(principal);
        return AzureSignIn.servicePrincipal(
                application(connection, principal.getUsername()),
                ConnectionRequests.secret(principal.getPassword().getPlainText(), field));
    }

    private static EntraApplication application(Connection connection, String clientId) {
        String host = connection.getAuthorityHost();
        return new EntraApplication(
                Util.fixNull(connection.getTenantId()), clientId, host == null ? EntraApplication.PUBLIC_CLOUD : host);
    }

    private Path tokenFile(Connection connection) throws ProblemException {
        try {
            return Path.of(Util.fixNull(connection.getTokenFile()));
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    "The path of the federated token is not valid.",
                    "Correct " + names.of(Setting.AZURE_FEDERATED_TOKEN) + ".");
        }
    }
}
