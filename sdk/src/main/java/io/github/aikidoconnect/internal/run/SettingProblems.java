package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.List;

/**
 * The texts about settings: missing and invalid values.
 *
 * @param names the names of the settings in the front end
 */
record SettingProblems(SettingNames names) {

    Problem missing(Setting setting, String what) {
        return configuration(what + " was not specified.", "Set " + names.of(setting) + "." + validValues(setting));
    }

    Problem invalid(Setting setting, String value, String why) {
        return configuration(
                "\"" + value + "\" " + why + ".", "Correct " + names.of(setting) + "." + validValues(setting));
    }

    private static String validValues(Setting setting) {
        return AllowedValues.of(setting)
                .map(values -> " Valid values: " + values + ".")
                .orElse("");
    }

    Problem noProject() {
        return configuration("No project was specified.", "Set " + names.of(Setting.PROJECTS) + ".");
    }

    Problem organizationTwice(String organization) {
        return configuration(
                "The organization \"" + organization + "\" was specified more than once.",
                "Specify each organization once in " + names.of(Setting.PROJECTS) + ".");
    }

    /** Reports a credential of one organization that the server of another one would receive. */
    Problem sentToTwoServers(Setting setting, String what, List<String> organizations) {
        return configuration(
                what + " of the organizations " + Phrases.quoted(organizations)
                        + " is the same, although they are on different servers.",
                "Set " + names.of(setting) + " for each of them.");
    }

    Problem clientOnSeveralServers(List<String> projects) {
        return configuration(
                "The projects " + Phrases.quoted(projects)
                        + " use the same API client, although it would be sent to different servers of Aikido.",
                "Set " + names.of(Setting.AIKIDO_CLIENT) + " for each of them.");
    }

    Problem notSendable(Setting setting, String what) {
        return configuration(
                what + " contains a character that an HTTP header cannot contain, such as a line break or a tab.",
                "Copy it again, as one line, into " + names.of(setting) + ".");
    }

    Problem glob(Setting setting, String why) {
        return configuration(Phrases.sentence(why), "Correct " + names.of(setting) + ": *, ? and [a-z] are supported.");
    }

    /** Reports an unknown placeholder in a label or in the name of a team. */
    Problem placeholder(String text) {
        return configuration(
                "\"" + text + "\" is not a valid placeholder.",
                "Correct " + names.of(Setting.REPOSITORY_SETTINGS) + ". Valid values: "
                        + String.join(", ", RepositorySettings.PLACEHOLDERS) + ".");
    }

    Problem noDestination() {
        return configuration(
                "No destination was specified for the new token, which is never printed.",
                "Hand it over to Aikido with " + names.of(Setting.AIKIDO_CLIENT) + ", or name a file with "
                        + names.of(Setting.TOKEN_FILE) + ".");
    }

    /** Reports that the settings of a project could not be determined. */
    Problem settingsBroken(String exception) {
        return configuration(
                "The settings of the project could not be determined (" + exception + ").",
                "Check the settings of the project.");
    }

    private static Problem configuration(String message, String fix) {
        return new Problem(ProblemCode.CONFIGURATION, message, fix);
    }
}
