package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.text.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The texts about a run: the selection of projects and repositories, the plan, the coverage, and how the run ended.
 *
 * @param names the names of the settings in the front end
 */
record RunProblems(SettingNames names) {

    /** Reports a project that exists but is not configured. */
    Problem notMeant(String project) {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The project \"" + project + "\" is not one of the configured projects.",
                "Correct " + names.of(Setting.AZURE_PROJECT) + ", or add it to " + names.of(Setting.PROJECTS) + ".");
    }

    Problem nothingMatches(String glob) {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "No project that the token can see matches \"" + glob + "\".",
                "Correct the glob in " + names.of(Setting.PROJECTS) + ", or remove it.");
    }

    Problem nothingSelected(int found) {
        return found == 0
                ? new Problem(
                        ProblemCode.NO_REPOSITORY_SELECTED,
                        "The token cannot see any repository of the project.",
                        "Check that the token's owner may read the repositories.")
                : new Problem(
                        ProblemCode.NO_REPOSITORY_SELECTED,
                        found == 1
                                ? "The project's only repository is not selected."
                                : "None of the " + found + " repositories is selected.",
                        "Check " + names.of(Setting.INCLUDES) + " and " + names.of(Setting.EXCLUDES) + ".");
    }

    /** Returns the text of a warning: a pattern that matches nothing does not stop a run. */
    String unmatched(Collection<String> patterns) {
        return "No repository matches " + String.join(", ", patterns) + ".";
    }

    String unmatchedFix() {
        return "Correct or remove the pattern in " + names.of(Setting.INCLUDES) + " or " + names.of(Setting.EXCLUDES)
                + ".";
    }

    Problem pruneLimit(int stale, int monitored, int limit) {
        return new Problem(
                ProblemCode.PRUNE_LIMIT,
                "Pruning would deactivate " + stale + " of the project's " + monitored
                        + " monitored repositories, more than " + limit + " %. None was deactivated.",
                "Check the includes and excludes. If the deactivation is intended, raise " + ""
                        + names.of(Setting.PRUNE_LIMIT) + ".");
    }

    Problem unknownIds(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido lists " + Phrases.quoted(repositories)
                        + " with an id that is not a GUID, so that no repository can be"
                        + " identified for pruning. None was deactivated.",
                "Deactivate repositories in Aikido's web page, and run this without " + names.of(Setting.PRUNE) + ".");
    }

    Problem unclear(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido does not report whether it scanned " + Phrases.quoted(repositories)
                        + " before. They were not activated, because they may have been switched off on purpose.",
                "Activate them in Aikido's web page, or activate everything that is off with "
                        + names.of(Setting.REACTIVATE) + ".");
    }

    Problem drift(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "These repositories are missing, stale or not up to date in Aikido: " + Phrases.quoted(repositories)
                        + ".",
                "Connect the project again. To deactivate stale repositories, use " + names.of(Setting.PRUNE)
                        + ". For repositories that were not scanned recently enough, check in Aikido why.");
    }

    Problem nothingToCover() {
        return new Problem(
                ProblemCode.NO_REPOSITORY_SELECTED,
                "The token cannot see any repository that has content.",
                "Check that the token's owner may read the repositories.");
    }

    /**
     * Reports a coverage below the required percentage.
     *
     * @param late the number of monitored repositories whose last scan is too old to count
     */
    Problem tooLittleCoverage(Coverage coverage, int late, double least) {
        String recently = late == 0
                ? ""
                : "; without " + late + " that " + (late == 1 ? "was" : "were") + " not scanned recently enough, "
                        + Text.out(coverage.without(late).percent()) + " %";
        return new Problem(
                ProblemCode.COVERAGE,
                "Aikido monitors " + coverage.monitoredRepositories() + " of " + coverage.repositories()
                        + " repositories, " + Text.out(coverage.percent()) + " %" + recently + ", less than the "
                        + Text.out(least) + " % that is required.",
                "Connect the remaining projects, or lower " + names.of(Setting.MIN_COVERAGE) + "."
                        + (late == 0 ? "" : " Check in Aikido why the others were not scanned."));
    }

    /** Adds the names of the affected projects to a problem, for a report over several projects. */
    Problem ofProjects(List<String> projects, Problem problem) {
        return new Problem(
                problem.code(),
                (projects.size() == 1 ? "Project " : "Projects ") + Phrases.quoted(projects) + ": " + problem.message(),
                problem.fix());
    }

    /** Adds the names of the affected organizations to a problem, for a report over several organizations. */
    Problem ofOrganizations(List<String> organizations, Problem problem) {
        return new Problem(
                problem.code(),
                (organizations.size() == 1 ? "Organization " : "Organizations ") + Phrases.quoted(organizations) + ": "
                        + problem.message(),
                problem.fix());
    }

    Problem timeIsOver(Duration longest, String remaining) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The run reached its time limit of " + Text.minutes(longest) + ": " + remaining + ".",
                "Run it again to make the remaining changes. To give a run more time, raise "
                        + names.of(Setting.MAX_DURATION) + ".");
    }

    /**
     * Reports an unexpected exception. Its message is left out because it may contain a secret.
     *
     * @param whose the project or the organization, for use in a sentence
     */
    Problem broken(String whose, String exception) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The run of " + whose + " failed unexpectedly (" + exception + ").",
                "Run it again. If it fails again, report it as a bug in aikido-connect.");
    }

    Problem interrupted() {
        return new Problem(
                ProblemCode.PARTIAL, "The run was interrupted.", "Run it again to make the remaining changes.");
    }
}
