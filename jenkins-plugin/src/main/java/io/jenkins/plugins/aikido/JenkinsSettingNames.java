package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;



/** What a Jenkins user calls a setting: a field of the connection, or a parameter of the step. */
final class JenkinsSettingNames implements SettingNames {

    private final String place;

    private JenkinsSettingNames(String place) {
        this.place = place;
    }

    /** The names for somebody who has the page open. */
    static JenkinsSettingNames ofPage() {
        return new JenkinsSettingNames("");
    }

    /** The names for somebody who reads a build's log. */
    static JenkinsSettingNames of(Connection connection) {
        return new JenkinsSettingNames(" of the connection \"" + connection.getName()
                + "\" (Manage Jenkins, System, Aikido for Azure DevOps)");
    }

    @Override
    public String of(Setting setting) {
        return switch (setting) {
            case AZURE_ORGANIZATION -> field("Azure DevOps organization");
            case AZURE_URL -> field("Azure DevOps Server URL");
            case AZURE_TOKEN -> field("Personal access token");
            case AIKIDO_CLIENT -> field("Aikido API client");
            case AIKIDO_REGION -> field("Aikido region");
            case AIKIDO_URL -> field("Aikido URL");
            case CALLS_PER_MINUTE -> field("Calls per minute");
            case HANDOVER -> field("Hand the token over");
            case ALLOW_SHARED_WORKSPACE -> field("Allow a shared workspace");
            case AZURE_PROJECT, INCLUDES, EXCLUDES, PRUNE, PRUNE_LIMIT, SYNC_TIMEOUT ->
                "the step's \"" + parameter(setting) + "\"";
            case TIMEOUT -> "the time limit of a call";
            case MAX_DURATION -> "the time limit of the run";
            // The step reactivates nothing and judges no scan's age.
            case REACTIVATE, MAX_SCAN_AGE -> setting.requestName();
            // Tokens are managed by a person, and organizations by a file, outside Jenkins, so that nobody reads these
            // here.
            case ENTRA_ACCESS,
                    WARN_DAYS,
                    TOKEN_ACTION,
                    TOKEN_NAME,
                    TOKEN_DAYS,
                    TOKEN_FILE,
                    TOKEN_ID,
                    PROJECTS,
                    MIN_COVERAGE -> setting.requestName();
        };
    }

    private static String parameter(Setting setting) {
        return setting == Setting.AZURE_PROJECT ? "project" : setting.requestName();
    }

    private String field(String title) {
        return "the field \"" + title + "\"" + place;
    }
}
