package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts about a workspace's connection to the source code, and about its other configuration errors. */
final class ConnectionTexts {

    static final String REPAIRED =
            "The connection was broken. Aikido received the personal access token and reaches the source code again.";
    static final String BROKEN_FIX =
            "Check in Azure DevOps that the token is valid and has the four scopes, and check the connection in "
                    + "Aikido's web page.";
    static final String UNREAD =
            "Aikido received the personal access token, but the state of its connection to Azure DevOps could not be "
                    + "read afterwards.";
    static final String UNREAD_FIX = "Run a check to see the state of the connection.";
    static final String OTHERS_FIX =
            "Resolve these errors in Aikido's web page; repositories are connected regardless.";

    private static final String BROKEN = "Aikido reports its connection to Azure DevOps as broken.";

    private final SettingNames names;

    ConnectionTexts(SettingNames names) {
        this.names = names;
    }

    /** Reports a broken connection. Only unusual kinds of errors are named. */
    static String broken(List<ConfigurationError> errors) {
        String others = errors.stream()
                .filter(ConfigurationError::isBrokenConnection)
                .filter(error -> !error.kind().equals("scm_disconnected"))
                .map(ConfigurationError::title)
                .distinct()
                .collect(Collectors.joining("; "));
        return others.isEmpty() ? BROKEN : BROKEN.replaceFirst("\\.$", ": ") + Phrases.sentence(others);
    }

    /** Reports the errors that do not concern the connection, with the objects concerned; empty if there are none. */
    static Optional<String> others(List<ConfigurationError> errors) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        errors.stream()
                .filter(error -> !error.isBrokenConnection())
                .forEach(error -> places.computeIfAbsent(
                                error.title().replaceFirst("\\.+$", ""), title -> new ArrayList<>())
                        .add(place(error)));
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(places.entrySet().stream()
                        .map(each -> each.getKey() + parenthesis(each.getValue()))
                        .collect(Collectors.joining("; ", "Aikido reports in the workspace's configuration: ", ".")));
    }

    private static String place(ConfigurationError error) {
        String type = error.locationType().equals("repo") ? "repository" : error.locationType();
        String name = error.locationName().isEmpty() ? "" : "\"" + error.locationName() + "\"";
        return (type + " " + name).strip();
    }

    private static String parenthesis(List<String> places) {
        List<String> named =
                places.stream().filter(place -> !place.isEmpty()).distinct().toList();
        return Phrases.parenthesis(Phrases.listed(named));
    }

    /** Returns the fix for a workspace that does not name the organization, so that the token is not handed over. */
    String unlinkedFix(String organization) {
        return "Renew the token in Aikido's web page, or set " + names.of(Setting.HANDOVER)
                + " to always. The token is handed over automatically only to a workspace that Aikido reports as"
                + " linked to the organization \"" + organization + "\" of Azure DevOps.";
    }

    /** Reports a connection that is broken after the handover. {@code before} states whether it was broken before. */
    static String stillBroken(boolean before) {
        return "Aikido received the personal access token and " + (before ? "still" : "now")
                + " reports its connection to Azure DevOps as broken.";
    }

    Problem nowBroken() {
        return new Problem(ProblemCode.PARTIAL, stillBroken(false), BROKEN_FIX);
    }

    Problem handoverUnavailable(String detail) {
        return new Problem(
                ProblemCode.AIKIDO_HANDOVER_UNAVAILABLE,
                "Aikido does not accept a personal access token through its API for this workspace (" + detail + ").",
                "Enter the token in Aikido's web page, where the workspace is connected to Azure DevOps, and set "
                        + names.of(Setting.HANDOVER) + " to never.");
    }
}
