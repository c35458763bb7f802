package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.maven.config.ConfigFile;
import io.github.aikidoconnect.maven.config.ConnectionConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Decides which places of a secret for Azure DevOps a file may name. The file can come from a pull request, and the secret
 * is sent to Azure DevOps. Variables and passwords for another service must not be sent.
 *
 * @param tokenEnv the name of {@code aikido.azure.tokenEnv}
 * @param azureServerId the id of {@code aikido.azure.serverId}
 * @param serverIds the ids of {@code aikido.serverIds}
 */
record TokenNameRules(String tokenEnv, String azureServerId, List<String> serverIds) {

    private static final Pattern OURS = Pattern.compile("(?i)AIKIDO_.*|.*AZURE_?DEVOPS.*");

    /** Those of Aikido's API clients, which are sent to Aikido only. */
    private static final Pattern API_CLIENT = Pattern.compile("(?i).*_CLIENT_(ID|SECRET)");

    TokenNameRules {
        serverIds = List.copyOf(serverIds);
    }

    /** Returns the reasons why a secret that a file names is not looked up. */
    List<Problem> refuse(ConfigFile file) {
        List<Problem> problems = new ArrayList<>();
        ConnectionConfig connection = file.connection();
        String variable = connection.text(ConnectionConfig.AZURE_TOKEN_ENV);
        if (variable != null && !variable.equals(tokenEnv) && !isOurs(variable)) {
            problems.add(new Problem(
                    ProblemCode.CONFIGURATION,
                    connection.place(file.name(), ConnectionConfig.AZURE_TOKEN_ENV) + ": the environment variable "
                            + SafeText.withoutToken(variable) + " may belong to another program. It was not read.",
                    "Rename the variable so that its name begins with AIKIDO_ or contains AZURE_DEVOPS, or name it in "
                            + MavenSettingNames.parameter("azure.tokenEnv", "azureTokenEnv") + "."));
        }
        String server = connection.text(ConnectionConfig.AZURE_SERVER_ID);
        if (server != null
                && !server.startsWith("aikido")
                && !server.equals(azureServerId)
                && !serverIds.contains(server)) {
            problems.add(new Problem(
                    ProblemCode.CONFIGURATION,
                    connection.place(file.name(), ConnectionConfig.AZURE_SERVER_ID) + ": the id of the <server> \""
                            + SafeText.withoutToken(server)
                            + "\" does not begin with \"aikido\" and is not in aikido.serverIds. It was not looked up.",
                    "Rename the <server> in settings.xml, or add its id to "
                            + MavenSettingNames.parameter("serverIds", "serverIds") + "."));
        }
        return problems;
    }

    private static boolean isOurs(String variable) {
        return OURS.matcher(variable).matches() && !API_CLIENT.matcher(variable).matches();
    }
}
