package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.text.Text;
import java.util.Collection;
import java.util.List;

/**
 * The texts about the settings of repositories in Aikido.
 *
 * @param names the names of the settings in the front end
 */
record SettingsTexts(SettingNames names) {

    Problem unknownTeams(Collection<String> teams) {
        return new Problem(
                ProblemCode.PARTIAL,
                (teams.size() == 1 ? "The team " : "The teams ") + Phrases.quoted(List.copyOf(teams))
                        + (teams.size() == 1 ? " was" : " were") + " not found in Aikido.",
                "Create " + (teams.size() == 1 ? "it" : "them") + " in Aikido, correct "
                        + names.of(Setting.REPOSITORY_SETTINGS) + ", or set createTeams to true.");
    }

    Problem ambiguousTeams(Collection<String> teams) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido has several teams with the name " + Phrases.quoted(List.copyOf(teams))
                        + ", so that none was linked.",
                "Give the teams different names in Aikido.");
    }

    String importedTeams(Collection<String> teams) {
        return "Aikido imported the team " + Phrases.quoted(List.copyOf(teams))
                + " from its provider, so that only Aikido's own team sync links repositories to it.";
    }

    String importedTeamsFix() {
        return "Let the team sync link the repositories (Aikido, Settings, Users, Team sync), or name a team that was created"
                + " in Aikido in " + names.of(Setting.REPOSITORY_SETTINGS) + ".";
    }

    Problem drift(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The settings of these repositories in Aikido differ from the requested ones: "
                        + Phrases.quoted(repositories) + ".",
                "Connect the project again to set them back.");
    }

    Problem pagesUnread(List<String> repositories, AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The excluded paths of " + Phrases.quoted(repositories) + " could not be read"
                        + Phrases.parenthesis(failure.detail()) + ", so that no path was added.",
                "Run it again.");
    }

    Problem labelsUnknown(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido's list does not contain the labels of " + Phrases.quoted(repositories)
                        + ", so that no label was added.",
                "Run it again. If it happens again, add the labels in Aikido's web page.");
    }

    Problem missed(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "devDependencies of " + Phrases.quoted(repositories)
                        + " was not set. Aikido does not report this value, so that no later run sets it.",
                "Set it in Aikido's web page.");
    }

    String pullRequestDrift(String differences) {
        return "Aikido's default for pull requests differs from the requested one: " + differences + ".";
    }

    Problem pullRequestDriftProblem(String differences) {
        return new Problem(ProblemCode.PARTIAL, pullRequestDrift(differences), connectAgain());
    }

    String connectAgain() {
        return "Connect the project again to set it.";
    }

    String pullRequestPlanned(String differences) {
        return "Aikido's default for pull requests would be set: " + differences + ".";
    }

    String pullRequestSet(String differences) {
        return "Aikido's default for pull requests was set: " + differences + ".";
    }

    String pullRequestRefused(AikidoException failure) {
        return "Aikido did not accept the default for pull requests" + Phrases.parenthesis(failure.detail()) + ".";
    }

    String pullRequestRefusedFix() {
        return "Check in Aikido that the account includes checks of pull requests, or remove pullRequestChecks.";
    }

    Problem findings(int count, String severity, int most, Setting setting) {
        return new Problem(
                ProblemCode.FINDINGS,
                "Aikido reports " + Text.count(count, severity + " finding", severity + " findings")
                        + ", more than the allowed " + most + ".",
                "Resolve them in Aikido, or raise " + names.of(setting) + ".");
    }
}
