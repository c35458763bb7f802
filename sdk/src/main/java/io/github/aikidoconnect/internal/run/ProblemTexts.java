package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import io.github.aikidoconnect.internal.text.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts of all problems, in one place so that they sound alike: what is wrong, then what to do about it. */
final class ProblemTexts {

    private static final int NAMES_SHOWN = 5;

    /** Azure DevOps' code for a policy of Microsoft Entra that keeps the caller out. */
    private static final String CONDITIONAL_ACCESS = "VS403463";

    private final SettingNames names;

    ProblemTexts(SettingNames names) {
        this.names = names;
    }

    /** Returns what the settings are called. */
    SettingNames names() {
        return names;
    }

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

    Problem notSendable(Setting setting, String what) {
        return configuration(
                what + " contains a character that no HTTP header takes, such as a line break or a tab.",
                "Copy it again, as one line, into " + names.of(setting) + ".");
    }

    Problem glob(Setting setting, String why) {
        return configuration(sentence(why), "Correct " + names.of(setting) + ": *, ? and [a-z] are understood.");
    }

    Problem noDestination() {
        return configuration(
                "There is nowhere to put the new token, and it is never printed.",
                "Hand it over to Aikido with " + names.of(Setting.AIKIDO_CLIENT) + ", or name a file with "
                        + names.of(Setting.TOKEN_FILE) + ".");
    }

    private static Problem configuration(String message, String fix) {
        return new Problem(ProblemCode.CONFIGURATION, message, fix);
    }

    Problem organizationNotFound(String organization) {
        return new Problem(
                ProblemCode.AZURE_ORGANIZATION_NOT_FOUND,
                "Azure DevOps knows no organization \"" + organization + "\".",
                "Correct " + names.of(Setting.AZURE_ORGANIZATION)
                        + ": it is the first part of the path in https://dev.azure.com/{organization}.");
    }

    Problem tokenRejected(String organization, String detail) {
        boolean policy = detail.contains(CONDITIONAL_ACCESS);
        return new Problem(
                ProblemCode.AZURE_TOKEN_REJECTED,
                "Azure DevOps does not accept the personal access token for the organization \"" + organization + "\""
                        + parenthesis(detail) + ".",
                policy
                        ? "Have the conditional access policy of the organization let in the place where this runs."
                        : "Create a token for this organization (User settings, Personal access tokens) and put it into "
                                + names.of(Setting.AZURE_TOKEN) + ". " + TokenRecord.END_OF_GLOBAL_TOKENS);
    }

    Problem tokenExpired(String page) {
        return new Problem(
                ProblemCode.AZURE_TOKEN_EXPIRED,
                "The personal access token has expired.",
                "Regenerate it at " + page + " and put the new one into " + names.of(Setting.AZURE_TOKEN) + ".");
    }

    Problem scopeMissing(List<String> scopes, String page) {
        boolean one = scopes.size() == 1;
        return new Problem(
                ProblemCode.AZURE_SCOPE_MISSING,
                "The personal access token lacks the " + (one ? "scope " : "scopes ") + String.join(", ", scopes) + ".",
                "Edit the token at " + page + " and tick " + (one ? "it; if it is" : "them; if they are")
                        + " ticked, the token's owner lacks the permission in the organization.");
    }

    /** The scopes are there, so the token is not what has to be changed. */
    Problem permissionMissing(List<String> scopes) {
        return new Problem(
                ProblemCode.AZURE_SCOPE_MISSING,
                "The personal access token has " + String.join(", ", scopes) + ", and is refused all the same.",
                "Its owner lacks the permission in the organization: have it given, or take a token of somebody who has"
                        + " it.");
    }

    String renew(String page) {
        return "Rotate it, or regenerate it at " + page + " and put the new one into " + names.of(Setting.AZURE_TOKEN)
                + ".";
    }

    /** Names where a token for one organization is created, in place of one for all of them. */
    String narrow(String page) {
        return "Create a token for this organization only at " + page + " and put it into "
                + names.of(Setting.AZURE_TOKEN) + ".";
    }

    Problem projectNotFound(String project, String organization, List<String> visible) {
        String sees = visible.isEmpty()
                ? "The token sees no project at all: its owner must be a member of the project."
                : "The token sees " + some(visible) + ".";
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The organization \"" + organization + "\" has no project \"" + project
                        + "\", or the token's owner may not see it.",
                "Correct " + names.of(Setting.AZURE_PROJECT) + ". " + sees);
    }

    Problem azureUnavailable(AzureException failure) {
        if (failure.kind() == AzureException.Kind.NETWORK) {
            return network(failure.detail(), Setting.AZURE_URL);
        }
        if (failure.kind() == AzureException.Kind.REFUSED) {
            return new Problem(
                    ProblemCode.AZURE_SCOPE_MISSING,
                    "Azure DevOps refuses to show the project" + parenthesis(failure.detail()) + ".",
                    "The token has the scopes, so look at its owner: is it a member of the project, and may it read the"
                            + " repositories?");
        }
        if (failure.kind() == AzureException.Kind.BLOCKED) {
            return new Problem(
                    ProblemCode.AZURE_UNAVAILABLE,
                    "A call was refused without an answer of Azure DevOps" + parenthesis(failure.detail()) + ".",
                    letThrough(Setting.AZURE_URL));
        }
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps does not answer as it should" + parenthesis(failure.detail()) + ".",
                "Run it again later; https://status.dev.azure.com shows outages.");
    }

    Problem aikido(AikidoException failure) {
        String detail = parenthesis(failure.detail());
        return switch (failure.kind()) {
            case CREDENTIALS_REJECTED ->
                new Problem(
                        ProblemCode.AIKIDO_CREDENTIALS_REJECTED,
                        "Aikido does not accept the id and secret of the API client" + detail + ".",
                        "Check " + names.of(Setting.AIKIDO_CLIENT) + ", and that the region is right ("
                                + names.of(Setting.AIKIDO_REGION)
                                + "); a client is made in Aikido under Settings, Integrations, Public REST API.");
            case SCOPE_MISSING ->
                new Problem(
                        ProblemCode.AIKIDO_SCOPE_MISSING,
                        failure.namesScope()
                                ? "The API client lacks the scope " + failure.detail() + "."
                                : "The API client may not do this" + detail + ".",
                        "Add the scope to the client in Aikido under Settings, Integrations, Public REST API.");
            case RATE_LIMITED ->
                new Problem(
                        ProblemCode.AIKIDO_RATE_LIMITED,
                        "Aikido refused calls because of its rate limit" + detail + ".",
                        "Run it again later; if other programs use the same workspace, lower "
                                + names.of(Setting.CALLS_PER_MINUTE) + ".");
            case NETWORK -> network(failure.detail(), Setting.AIKIDO_URL);
            case HANDOVER_UNAVAILABLE -> new ConnectionTexts(names).handoverUnavailable(failure.detail());
            case BLOCKED ->
                new Problem(
                        ProblemCode.AIKIDO_UNAVAILABLE,
                        "A call was refused without an answer of Aikido" + detail + ".",
                        letThrough(Setting.AIKIDO_URL));
            default ->
                new Problem(
                        ProblemCode.AIKIDO_UNAVAILABLE,
                        "Aikido does not answer as it should" + detail + ".",
                        "Run it again later.");
        };
    }

    Problem clientLacks(String scope) {
        return new Problem(
                ProblemCode.AIKIDO_SCOPE_MISSING,
                "The API client lacks the scope " + scope + ".",
                "Add the scope to the client in Aikido under Settings, Integrations, Public REST API.");
    }

    /** What Aikido acknowledged and does not show afterwards. */
    Problem contradicted(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido acknowledged a change of " + some(repositories) + ", but its list does not show the change.",
                "Run it again. If the list stays as it is, change the repositories in Aikido's web page.");
    }

    Problem notVerified(AikidoException failure) {
        Problem cause = aikido(failure);
        return new Problem(
                cause.code(),
                "Aikido acknowledged the changes, but its list could not be read afterwards to verify them. "
                        + cause.message(),
                cause.fix());
    }

    private String letThrough(Setting url) {
        return "Have the proxy, firewall or gateway in between let the calls through, and check " + names.of(url)
                + " if it is set.";
    }

    private Problem network(String detail, Setting url) {
        return new Problem(
                ProblemCode.NETWORK,
                sentence(detail),
                "Check the network, a proxy or firewall in between, and " + names.of(url) + " if it is set.");
    }

    Problem otherProvider(String workspace, String provider) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is linked to " + provider + ", not to Azure DevOps.",
                "Make a workspace for this project in Aikido, connect it to Azure DevOps, and use an API client of it in "
                        + names.of(Setting.AIKIDO_CLIENT) + ".");
    }

    Problem otherOrganization(String workspace, String linked, String organization) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is linked to the organization \"" + linked + "\", not to \""
                        + organization + "\".",
                "Use the API client of the right workspace in " + names.of(Setting.AIKIDO_CLIENT) + ", or correct "
                        + names.of(Setting.AZURE_ORGANIZATION) + ".");
    }

    Problem otherProjects(String workspace, Collection<String> projects) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" already monitors repositories of "
                        + some(List.copyOf(projects)) + ".",
                "Use an API client of this project's own workspace in " + names.of(Setting.AIKIDO_CLIENT)
                        + ", or accept a shared one with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    Problem claimed(String workspace, String project) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is that of the project \"" + project + "\" as well.",
                "Use an API client of this project's own workspace in " + names.of(Setting.AIKIDO_CLIENT)
                        + ", or accept a shared one with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    private static Problem mismatch(String message, String fix) {
        return new Problem(ProblemCode.AIKIDO_WORKSPACE_MISMATCH, message, fix);
    }

    Problem nothingSelected(int found) {
        return found == 0
                ? new Problem(
                        ProblemCode.NO_REPOSITORY_SELECTED,
                        "The project has no repository that the token sees.",
                        "Check that the token's owner may read the repositories.")
                : new Problem(
                        ProblemCode.NO_REPOSITORY_SELECTED,
                        "None of the " + found + " repositories is selected.",
                        "Check " + names.of(Setting.INCLUDES) + " and " + names.of(Setting.EXCLUDES) + ".");
    }

    Problem pruneLimit(int stale, int monitored, int limit) {
        return new Problem(
                ProblemCode.PRUNE_LIMIT,
                "Pruning would deactivate " + stale + " of the project's " + monitored
                        + " monitored repositories, more than " + limit + " %. None was deactivated.",
                "Look at the includes and excludes; if it is meant, raise " + names.of(Setting.PRUNE_LIMIT) + ".");
    }

    Problem unknownIds(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido lists " + some(repositories) + " with an id that is not a GUID, so that no repository can be"
                        + " identified for pruning. None was deactivated.",
                "Deactivate repositories in Aikido's web page, and run this without " + names.of(Setting.PRUNE) + ".");
    }

    Problem lookupsUnclear(int repositories, AzureException failure) {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps gave no clear answer about " + repositories + " of the repositories to prune"
                        + parenthesis(failure.detail()) + ". They stay monitored.",
                "Run it again later; https://status.dev.azure.com shows outages.");
    }

    /** Not every repository of the project is in its list, so that a missing one proves nothing. */
    Problem listIncomplete(long repositories) {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps did not list " + repositories
                        + " of the project's repositories, although it has them. What"
                        + " it does not list stays monitored.",
                "Check that the token's owner may read all repositories of the project, and run it again.");
    }

    Problem notPruned() {
        return new Problem(
                ProblemCode.AZURE_LIST_INCOMPLETE,
                "The token may not list every repository of the project, so none was pruned.",
                identityFix());
    }

    Problem noCoverageStated() {
        return new Problem(
                ProblemCode.AZURE_LIST_INCOMPLETE,
                "The token may not list every repository of the organization, so the coverage was not determined.",
                identityFix());
    }

    /** Names the identities that list every repository. */
    String identityFix() {
        return "Set " + names.of(Setting.AZURE_TOKEN)
                + " to a personal access token or the token of a service principal, not to that of a pipeline's job.";
    }

    Problem notArrived(List<String> repositories, Duration syncTimeout) {
        return new Problem(
                ProblemCode.AIKIDO_SYNC_TIMEOUT,
                "Aikido did not list " + some(repositories) + " within " + Text.out(syncTimeout) + ".",
                "The next run activates what has arrived by then; to wait longer set " + names.of(Setting.SYNC_TIMEOUT)
                        + ". If it never arrives, check that the token in Aikido can read it.");
    }

    Problem failed(List<String> repositories, AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Not done: " + some(repositories) + parenthesis(failure.detail()) + ".",
                "Run it again: it does what is left over.");
    }

    Problem scansFailed(List<String> repositories, AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The first scan of " + some(repositories) + " could not be started" + parenthesis(failure.detail())
                        + ".",
                "They are monitored; Aikido scans them by itself, or start a scan in Aikido.");
    }

    Problem handoverRefused(AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido did not take the personal access token" + parenthesis(failure.detail()) + ".",
                "Renew the token in Aikido's web page, or set " + names.of(Setting.HANDOVER) + " to never.");
    }

    Problem drift(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Not as it should be: " + some(repositories) + ".",
                "Connect the project again; what is stale goes with " + names.of(Setting.PRUNE)
                        + ". What was not scanned recently enough has to be looked at in Aikido.");
    }

    Problem unclear(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido does not say whether it scanned " + some(repositories)
                        + " before. They were not activated, because they may have been switched off on purpose.",
                "Activate them in Aikido's web page, or activate everything that is off with "
                        + names.of(Setting.REACTIVATE) + ".");
    }

    /** Returns the text of a warning: no pattern that matches nothing keeps a run from anything. */
    String unmatched(Collection<String> patterns) {
        return "No repository matches " + String.join(", ", patterns) + ".";
    }

    String unmatchedFix() {
        return "Correct or remove the pattern in " + names.of(Setting.INCLUDES) + " or " + names.of(Setting.EXCLUDES)
                + ".";
    }

    Problem noProjectSeen() {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The token sees no project of the organization.",
                "Check that the token's owner is a member of the projects.");
    }

    Problem notMeant(String project) {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The project \"" + project + "\" is not among those that are named.",
                "Correct " + names.of(Setting.AZURE_PROJECT) + ", or name it in " + names.of(Setting.PROJECTS) + ".");
    }

    Problem nothingMatches(String glob) {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "No project that the token sees matches \"" + glob + "\".",
                "Correct the glob in " + names.of(Setting.PROJECTS) + ", or take it out.");
    }

    Problem sharedClient(List<String> projects) {
        return mismatch(
                "The projects " + some(projects) + " have the same API client, and so one workspace.",
                "Name a workspace of its own for each in " + names.of(Setting.PROJECTS)
                        + ", or accept a shared one with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    /** Says whose problem it is, in a report over several projects. */
    Problem ofProjects(List<String> projects, Problem problem) {
        return new Problem(
                problem.code(),
                (projects.size() == 1 ? "Project " : "Projects ") + some(projects) + ": " + problem.message(),
                problem.fix());
    }

    Problem nothingToCover() {
        return new Problem(
                ProblemCode.NO_REPOSITORY_SELECTED,
                "The token sees no repository with anything in it.",
                "Check that the token's owner may read the repositories.");
    }

    /**
     * @param late how many of the monitored repositories were not scanned recently enough to count
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
                        + Text.out(least) + " % asked for.",
                "Connect the projects that are not, or lower " + names.of(Setting.MIN_COVERAGE) + "."
                        + (late == 0 ? "" : " Look in Aikido why the others were not scanned."));
    }

    Problem settingsBroken(String exception) {
        return configuration(
                "What is asked for the project could not be found out (" + exception + ").",
                "Look at the settings that are made for it.");
    }

    /** What the exception says is not repeated: nobody knows what is in it. */
    Problem broken(String exception) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The run of the project broke off (" + exception + ").",
                "Run it again; if it breaks off again, report it as a fault of aikido-connect.");
    }

    Problem timeIsOver(Duration longest, String remaining) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The run ended because its time of " + Text.minutes(longest) + " was over: " + remaining + ".",
                "Run it again: the next run does the rest. To give a run more time, raise "
                        + names.of(Setting.MAX_DURATION) + ".");
    }

    Problem interrupted() {
        return new Problem(ProblemCode.PARTIAL, "The run was interrupted.", "Run it again: it does what is left over.");
    }

    /**
     * Names the settings that hand the token over, for a workspace whose connection is broken.
     *
     * @param objection why Aikido must not be given the token
     */
    String handoverFix(Handover policy, Optional<String> objection) {
        if (policy != Handover.NEVER && objection.isPresent()) {
            return "Renew the token in Aikido's web page, or set " + names.of(Setting.AZURE_TOKEN)
                    + " to a personal access token: no other token is handed over.";
        }
        return policy == Handover.NEVER
                ? "Renew the token in Aikido's web page, or set " + names.of(Setting.HANDOVER) + " to auto."
                : "Connecting hands the personal access token over to Aikido, which mends it.";
    }

    /** Names the setting from which the organization of a workspace without one is taken on trust. */
    String linkFix() {
        return "Check in Aikido that the workspace is connected to the right organization.";
    }

    private static String some(List<String> names) {
        String shown = names.stream()
                .limit(NAMES_SHOWN)
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    private static String parenthesis(String detail) {
        return detail.isBlank() ? "" : " (" + detail + ")";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
