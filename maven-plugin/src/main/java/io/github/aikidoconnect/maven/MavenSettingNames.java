package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;

/**
 * What a Maven user calls a setting.
 *
 * @param tokenEnv the variable for the personal access token
 * @param azureServerId the server for it
 * @param clientIdEnv the variable for the API client's id
 * @param clientSecretEnv the variable for its secret
 * @param serverId the server for both
 */
record MavenSettingNames(
        String tokenEnv, String azureServerId, String clientIdEnv, String clientSecretEnv, String serverId)
        implements SettingNames {

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AZURE_ORGANIZATION -> parameter("azure.organization", "azureOrganization");
            case AZURE_PROJECT -> parameter("azure.project", "azureProject");
            case AZURE_URL -> parameter("azure.url", "azureUrl");
            case AZURE_TOKEN ->
                "the environment variable " + tokenEnv + " or the password of <server> " + azureServerId
                        + " in settings.xml";
            case AIKIDO_CLIENT ->
                "the environment variables " + clientIdEnv + " and " + clientSecretEnv
                        + " or the username and password of <server> " + serverId + " in settings.xml";
            case AIKIDO_URL -> parameter("url", "url");
            case AIKIDO_REGION -> parameter("region", "region");
            case INCLUDES,
                    EXCLUDES,
                    PRUNE,
                    PRUNE_LIMIT,
                    HANDOVER,
                    ALLOW_SHARED_WORKSPACE,
                    CALLS_PER_MINUTE,
                    SYNC_TIMEOUT,
                    TIMEOUT -> parameter(setting.requestName(), setting.requestName());
        };
    }

    private static String parameter(String property, String tag) {
        return "-Daikido." + property + " (or <" + tag + "> in the pom)";
    }
}
