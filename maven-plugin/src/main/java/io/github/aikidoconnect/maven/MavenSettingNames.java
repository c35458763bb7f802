package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.List;

/**
 * The names of settings for Maven users.
 *
 * @param tokenEnv the variable for the personal access token
 * @param azureServerId the server for it
 * @param clientIdEnv the variable for the API client's id
 * @param clientSecretEnv the variable for its secret
 * @param serverId the server for both
 * @param entraTokenEnv the variable for the access token of Microsoft Entra
 */
record MavenSettingNames(
        String tokenEnv,
        String azureServerId,
        String clientIdEnv,
        String clientSecretEnv,
        String serverId,
        String entraTokenEnv)
        implements SettingNames {

    /** Returns all names that a build can change. */
    List<String> all() {
        return List.of(tokenEnv, azureServerId, clientIdEnv, clientSecretEnv, serverId, entraTokenEnv);
    }

    /** Returns the names for a goal that works with an Aikido workspace. */
    MavenSettingNames withWorkspace(
            String newClientIdEnv, String newClientSecretEnv, String newServerId, String newEntraTokenEnv) {
        return new MavenSettingNames(
                tokenEnv, azureServerId, newClientIdEnv, newClientSecretEnv, newServerId, newEntraTokenEnv);
    }

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AZURE_ORGANIZATION -> parameter("azure.organization", "azureOrganization");
            case AZURE_PROJECT -> parameter("azure.project", "azureProject");
            case AZURE_URL -> parameter("azure.url", "azureUrl");
            case AZURE_TOKEN ->
                "the environment variable " + tokenEnv + " or the password of <server> " + azureServerId
                        + " in settings.xml";
            case AZURE_AUTH -> parameter("azure.auth", "azureAuth");
            case AZURE_TENANT_ID ->
                parameter("azure.tenantId", "azureTenantId") + " or the environment variable AZURE_TENANT_ID";
            case AZURE_CLIENT_ID ->
                parameter("azure.clientId", "azureClientId") + " or the environment variable AZURE_CLIENT_ID";
            case AZURE_CLIENT_SECRET ->
                "the environment variable AZURE_CLIENT_SECRET or the password of <server> " + azureServerId
                        + " in settings.xml";
            case AZURE_FEDERATED_TOKEN ->
                "the environment variable AZURE_FEDERATED_TOKEN_FILE, or in Azure Pipelines SYSTEM_OIDCREQUESTURI";
            case AZURE_SERVICE_CONNECTION -> "the environment variable AZURESUBSCRIPTION_SERVICE_CONNECTION_ID";
            case AZURE_JOB_TOKEN -> "the environment variable SYSTEM_ACCESSTOKEN of the step to $(System.AccessToken)";
            case AZURE_IDENTITY_ENDPOINT ->
                "the environment variables IDENTITY_ENDPOINT and IDENTITY_HEADER, or AZURE_POD_IDENTITY_AUTHORITY_HOST";
            case AZURE_AUTHORITY_HOST -> "the environment variable AZURE_AUTHORITY_HOST";
            case AIKIDO_CLIENT ->
                "the environment variables " + clientIdEnv + " and " + clientSecretEnv
                        + " or the username and password of <server> " + serverId + " in settings.xml";
            case AIKIDO_URL -> parameter("url", "url");
            case AIKIDO_REGION -> parameter("region", "region");
            case ENTRA_ACCESS -> "the environment variable " + entraTokenEnv;
            case WARN_DAYS -> parameter("token.warnDays", "tokenWarnDays");
            case TOKEN_ACTION -> parameter("token.action", "tokenAction");
            case TOKEN_NAME -> parameter("token.name", "tokenName");
            case TOKEN_DAYS -> parameter("token.days", "tokenDays");
            case TOKEN_FILE -> parameter("token.file", "tokenFile");
            case TOKEN_ID -> parameter("token.id", "tokenId");
            case MAX_CRITICAL -> parameter("maxCritical", "maxCritical");
            case MAX_HIGH -> parameter("maxHigh", "maxHigh");
            case MAX_DURATION -> parameter("maxMinutes", "maxMinutes");
            case PROJECTS, REPOSITORY_SETTINGS -> parameter("config", "config");
            case INCLUDES,
                    EXCLUDES,
                    PRUNE,
                    PRUNE_LIMIT,
                    REACTIVATE,
                    MAX_SCAN_AGE,
                    HANDOVER,
                    ALLOW_SHARED_WORKSPACE,
                    CALLS_PER_MINUTE,
                    SYNC_TIMEOUT,
                    TIMEOUT,
                    MIN_COVERAGE -> parameter(setting.requestName(), setting.requestName());
        };
    }

    /** Returns the names of a parameter on the command line and in the pom. */
    static String parameter(String property, String tag) {
        return "-Daikido." + property + " (or <" + tag + "> in the pom)";
    }
}
