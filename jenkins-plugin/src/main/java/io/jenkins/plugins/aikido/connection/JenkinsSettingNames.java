package io.jenkins.plugins.aikido.connection;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Names settings as Jenkins shows them: as a field of the connection, or as a parameter of the step. */
@Restricted(NoExternalUse.class)
public final class JenkinsSettingNames implements SettingNames {

    private final String place;

    private JenkinsSettingNames(String place) {
        this.place = place;
    }

    /** Returns the names for a user who has the form of the connection open. */
    public static JenkinsSettingNames ofPage() {
        return new JenkinsSettingNames("");
    }

    /** Returns the names for a log or a report, where the connection has to be named. */
    public static JenkinsSettingNames of(OwnedConnection owned) {
        String where = owned.isOfFolder()
                ? "configuration of the folder " + owned.owner().getFullName()
                : "Manage Jenkins, System, Aikido for Azure DevOps";
        return new JenkinsSettingNames(
                " of the connection \"" + owned.connection().getName() + "\" (" + where + ")");
    }

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AZURE_ORGANIZATION -> field("Azure DevOps organization");
            case AZURE_URL -> field("Azure DevOps Server URL");
            case AZURE_TOKEN -> field("Personal access token");
            case AZURE_AUTH -> field("Sign in with");
            case AZURE_TENANT_ID -> field("Tenant");
            case AZURE_CLIENT_ID -> field("Service principal") + " or " + field("Client id of the identity");
            case AZURE_CLIENT_SECRET -> field("Service principal");
            case AZURE_FEDERATED_TOKEN -> field("Federated token file");
            case AZURE_AUTHORITY_HOST -> field("Authority host");
            // A connection does not use the variables of a pipeline or an App Service.
            case AZURE_SERVICE_CONNECTION, AZURE_JOB_TOKEN, AZURE_IDENTITY_ENDPOINT -> setting.requestName();
            case AIKIDO_CLIENT -> field("Aikido API client");
            case AIKIDO_REGION -> field("Aikido region");
            case AIKIDO_URL -> field("Aikido URL");
            case CALLS_PER_MINUTE -> field("Calls per minute");
            case HANDOVER -> field("Hand the token over");
            case ALLOW_SHARED_WORKSPACE -> field("Allow a shared workspace");
            case AZURE_PROJECT,
                    INCLUDES,
                    EXCLUDES,
                    PRUNE,
                    PRUNE_LIMIT,
                    REACTIVATE,
                    SYNC_TIMEOUT,
                    MAX_DURATION,
                    MAX_SCAN_AGE -> "the step's \"" + parameter(setting) + "\"";
            case TIMEOUT -> "the time limit of a call";
            case PROJECTS -> field("Projects to keep connected");
            case REPOSITORY_SETTINGS -> "the \"settings\" of the step or of the connection";
            // Goals that use these settings do not run in Jenkins.
            case ENTRA_ACCESS,
                    WARN_DAYS,
                    TOKEN_ACTION,
                    TOKEN_NAME,
                    TOKEN_DAYS,
                    TOKEN_FILE,
                    TOKEN_ID,
                    MIN_COVERAGE,
                    MAX_CRITICAL,
                    MAX_HIGH -> setting.requestName();
        };
    }

    private static String parameter(Setting setting) {
        return setting == Setting.MAX_DURATION ? "maxMinutes" : setting.requestName();
    }

    private String field(String title) {
        return "the field \"" + title + "\"" + place;
    }
}
