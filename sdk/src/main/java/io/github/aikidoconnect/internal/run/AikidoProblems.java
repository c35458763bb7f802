package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.text.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The texts about Aikido: the API client, the workspace and its owner, imports, writes and the handover of the token.
 *
 * @param names the names of the settings in the front end
 */
record AikidoProblems(SettingNames names) {

    /** Reports a failed call. */
    Problem of(AikidoException failure) {
        String detail = Phrases.parenthesis(failure.detail());
        return switch (failure.kind()) {
            case CREDENTIALS_REJECTED ->
                new Problem(
                        ProblemCode.AIKIDO_CREDENTIALS_REJECTED,
                        "Aikido rejected the id and secret of the API client" + detail + ".",
                        "Check the region (" + names.of(Setting.AIKIDO_REGION) + ") and "
                                + names.of(Setting.AIKIDO_CLIENT)
                                + ". API clients are created in Aikido under Settings, Integrations, Public REST API.");
            case SCOPE_MISSING ->
                new Problem(
                        ProblemCode.AIKIDO_SCOPE_MISSING,
                        failure.namesScope()
                                ? "The API client lacks the scope " + failure.detail() + "."
                                : "The API client lacks the permission for this call" + detail + ".",
                        "Add the scope to the client in Aikido under Settings, Integrations, Public REST API.");
            case RATE_LIMITED ->
                new Problem(
                        ProblemCode.AIKIDO_RATE_LIMITED,
                        "Aikido refused calls because of its rate limit" + detail + ".",
                        "Run it again later; if other programs use the same workspace, lower "
                                + names.of(Setting.CALLS_PER_MINUTE) + ".");
            case NETWORK -> new NetworkProblems(names).network(failure.detail(), Setting.AIKIDO_URL);
            case HANDOVER_UNAVAILABLE -> new ConnectionTexts(names).handoverUnavailable(failure.detail());
            case BLOCKED ->
                new Problem(
                        ProblemCode.AIKIDO_UNAVAILABLE,
                        "A proxy, firewall or gateway refused a call to Aikido" + detail + ".",
                        new NetworkProblems(names).letThrough(Setting.AIKIDO_URL));
            default ->
                new Problem(
                        ProblemCode.AIKIDO_UNAVAILABLE,
                        "Aikido did not answer as expected" + detail + ".",
                        "Run it again later.");
        };
    }

    Problem clientLacks(String scope) {
        return new Problem(
                ProblemCode.AIKIDO_SCOPE_MISSING,
                "The API client lacks the scope " + scope + ".",
                "Add the scope to the client in Aikido under Settings, Integrations, Public REST API.");
    }

    Problem otherProvider(String workspace, String provider) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is linked to " + provider + ", not to Azure DevOps.",
                "Create a workspace for this project in Aikido, connect it to Azure DevOps, and put an API client of "
                        + "that workspace into "
                        + names.of(Setting.AIKIDO_CLIENT) + ".");
    }

    Problem otherOrganization(String workspace, String linked, String organization) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is linked to the organization \"" + linked + "\", not to \""
                        + organization + "\".",
                "Put an API client of the right workspace into " + names.of(Setting.AIKIDO_CLIENT) + ", or correct "
                        + names.of(Setting.AZURE_ORGANIZATION) + ".");
    }

    Problem otherProjects(String workspace, Collection<String> projects) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" already monitors repositories of "
                        + Phrases.quoted(List.copyOf(projects)) + ".",
                "Put an API client of this project's own workspace into " + names.of(Setting.AIKIDO_CLIENT)
                        + ", or allow a shared workspace with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    /** @param project the other project, for use in a sentence */
    Problem claimed(String workspace, String project) {
        return mismatch(
                "The Aikido workspace \"" + workspace + "\" is also used by " + project + ".",
                "Put an API client of this project's own workspace into " + names.of(Setting.AIKIDO_CLIENT)
                        + ", or allow a shared workspace with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    Problem sharedClient(List<String> projects) {
        return mismatch(
                "The projects " + Phrases.quoted(projects)
                        + " use the same API client and therefore the same workspace.",
                "Name a separate workspace for each project in " + names.of(Setting.PROJECTS)
                        + ", or allow a shared workspace with " + names.of(Setting.ALLOW_SHARED_WORKSPACE) + ".");
    }

    private static Problem mismatch(String message, String fix) {
        return new Problem(ProblemCode.AIKIDO_WORKSPACE_MISMATCH, message, fix);
    }

    /** Returns the fix for a workspace that names no organization. */
    String linkFix() {
        return "Check in Aikido that the workspace is connected to the right organization.";
    }

    Problem notArrived(List<String> repositories, Duration syncTimeout) {
        return new Problem(
                ProblemCode.AIKIDO_SYNC_TIMEOUT,
                "Aikido did not list " + Phrases.quoted(repositories) + " within " + Text.out(syncTimeout) + ".",
                "Run it again to activate the repositories that Aikido has imported by then. To wait longer, raise "
                        + "" + names.of(Setting.SYNC_TIMEOUT)
                        + ". If a repository is never imported, check that the token in Aikido can read it.");
    }

    /** Reports repositories whose change Aikido refused. */
    Problem failed(List<String> repositories, AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido did not change " + Phrases.quoted(repositories) + Phrases.parenthesis(failure.detail()) + ".",
                "Run it again to make the remaining changes.");
    }

    Problem scansFailed(List<String> repositories, AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "The first scan of " + Phrases.quoted(repositories) + " could not be started"
                        + Phrases.parenthesis(failure.detail()) + ".",
                "Wait until Aikido scans them, or start a scan in Aikido. They are monitored.");
    }

    /** Reports changes that Aikido acknowledged but does not show in its list. */
    Problem contradicted(List<String> repositories) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido acknowledged a change of " + Phrases.quoted(repositories)
                        + ", but its list does not show the change.",
                "Run it again. If the list still does not show the change, make it in Aikido's web page.");
    }

    Problem notVerified(AikidoException failure) {
        Problem cause = of(failure);
        return new Problem(
                cause.code(),
                "Aikido acknowledged the changes, but its list could not be read afterwards to verify them. "
                        + cause.message(),
                cause.fix());
    }

    Problem handoverRefused(AikidoException failure) {
        return new Problem(
                ProblemCode.PARTIAL,
                "Aikido did not accept the personal access token" + Phrases.parenthesis(failure.detail()) + ".",
                "Renew the token in Aikido's web page, or set " + names.of(Setting.HANDOVER) + " to never.");
    }

    /**
     * Returns the fix for a workspace whose connection to the source code is broken.
     *
     * @param objection the reason why Aikido must not receive the token, if there is one
     */
    String handoverFix(Handover policy, Optional<String> objection) {
        if (policy != Handover.NEVER && objection.isPresent()) {
            return "Renew the token in Aikido's web page, or set " + names.of(Setting.AZURE_TOKEN)
                    + " to a personal access token: no other token is handed over.";
        }
        return policy == Handover.NEVER
                ? "Renew the token in Aikido's web page, or set " + names.of(Setting.HANDOVER) + " to auto."
                : "Connect the project: this hands the personal access token over to Aikido, which repairs the connection.";
    }
}
