package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.maven.config.ClientName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which API clients a file may name. The file can come from a pull request, and the named credentials are sent
 * to Aikido. The password of a {@code <server>} for another service must not be sent.
 *
 * @param defaultServerId the id of {@code aikido.serverId}
 * @param serverIds the ids of {@code aikido.serverIds}
 */
record ClientNameRules(String defaultServerId, List<String> serverIds) {

    /**
     * Other programs read their secrets from variables such as {@code AZURE_CLIENT_SECRET}: Azure's client libraries
     * (https://learn.microsoft.com/azure/developer/java/sdk/authentication/overview), Terraform's provider for Azure,
     * and common sign-in libraries. Read 2026-10.
     */
    private static final Set<String> OTHER_SERVICES = Set.of(
            "AZURE", "ARM", "GITHUB", "GITLAB", "GOOGLE", "OAUTH", "OAUTH2", "OIDC", "OKTA", "AUTH0", "KEYCLOAK");

    ClientNameRules {
        serverIds = List.copyOf(serverIds);
    }

    /**
     * Returns the reason why a name is not looked up, empty if it may be.
     *
     * @param file the name of the file with the name
     */
    Optional<Problem> refuse(ClientName client, String file) {
        String name = client.name();
        String shown = SafeText.withoutToken(name);
        if (client.place() == ClientName.Place.SERVER) {
            boolean known = name.startsWith("aikido") || name.equals(defaultServerId) || serverIds.contains(name);
            return known
                    ? Optional.empty()
                    : problem(
                            file + " names the <server> \"" + shown
                                    + "\", whose id does not begin with \"aikido\" and is"
                                    + " not in aikido.serverIds. It was not looked up.",
                            "Rename the <server> in settings.xml, or add its id to "
                                    + MavenSettingNames.parameter("serverIds", "serverIds") + ".");
        }
        return OTHER_SERVICES.contains(name)
                ? problem(
                        file + " names the environment variables " + client.idVariable() + " and "
                                + client.secretVariable() + ", which belong to another service. They were not read.",
                        "Choose another envPrefix in " + file + ", AIKIDO_" + name + " for instance.")
                : Optional.empty();
    }

    private static Optional<Problem> problem(String message, String fix) {
        return Optional.of(new Problem(ProblemCode.CONFIGURATION, message, fix));
    }
}
