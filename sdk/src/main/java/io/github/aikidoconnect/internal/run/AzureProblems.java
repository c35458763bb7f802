package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.util.List;

/**
 * The texts about Azure DevOps: the organization, the token, its scopes, the projects and their lists of repositories.
 *
 * @param names the names of the settings in the front end
 */
record AzureProblems(SettingNames names) {

    /** The code of Azure DevOps for a conditional access policy of Microsoft Entra that refuses the caller. */
    static final String CONDITIONAL_ACCESS = "VS403463";

    Problem organizationNotFound(String organization) {
        return new Problem(
                ProblemCode.AZURE_ORGANIZATION_NOT_FOUND,
                "Organization \"" + organization + "\" was not found in Azure DevOps.",
                "Correct " + names.of(Setting.AZURE_ORGANIZATION)
                        + ": it is the first part of the path in https://dev.azure.com/{organization}.");
    }

    Problem tokenRejected(String organization, String detail) {
        boolean policy = detail.contains(CONDITIONAL_ACCESS);
        return new Problem(
                ProblemCode.AZURE_TOKEN_REJECTED,
                "Azure DevOps rejected the personal access token for the organization \"" + organization + "\""
                        + Phrases.parenthesis(detail) + ".",
                policy
                        ? "Ask an administrator to allow this machine in the conditional access policy of the organization."
                        : "Create a token for this organization (User settings, Personal access tokens) and put it into "
                                + names.of(Setting.AZURE_TOKEN) + ". " + TokenRecord.END_OF_GLOBAL_TOKENS);
    }

    Problem tokenExpired(String page) {
        return new Problem(
                ProblemCode.AZURE_TOKEN_EXPIRED,
                "The personal access token has expired.",
                "Regenerate it at " + page + " and put the new token into " + names.of(Setting.AZURE_TOKEN) + ".");
    }

    Problem scopeMissing(List<String> scopes, String page) {
        boolean one = scopes.size() == 1;
        return new Problem(
                ProblemCode.AZURE_SCOPE_MISSING,
                "The personal access token lacks the " + (one ? "scope " : "scopes ") + String.join(", ", scopes) + ".",
                "Edit the token at " + page + " and select " + (one ? "it. If it is" : "them. If they are")
                        + " already selected, the token's owner lacks the permission in the organization.");
    }

    /** Reports calls that were refused although the token has the scopes: the token need not be changed. */
    Problem permissionMissing(List<String> scopes) {
        return new Problem(
                ProblemCode.AZURE_SCOPE_MISSING,
                "The personal access token has " + String.join(", ", scopes) + ", but Azure DevOps refused the call.",
                "The token's owner lacks the permission in the organization. Give the owner the permission, or use a token"
                        + " whose owner has it.");
    }

    /** Returns the fix for a token that expires soon. */
    String renew(String page) {
        return "Rotate it, or regenerate it at " + page + " and put the new token into " + names.of(Setting.AZURE_TOKEN)
                + ".";
    }

    /** Returns the fix for a token that is valid for all organizations of its owner. */
    String narrow(String page) {
        return "Create a token for this organization only at " + page + " and put it into "
                + names.of(Setting.AZURE_TOKEN) + ".";
    }

    Problem noProjectSeen() {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The token cannot see any project of the organization.",
                "Check that the token's owner is a member of the projects.");
    }

    Problem projectNotFound(String project, String organization, List<String> visible) {
        String sees = visible.isEmpty()
                ? "The token cannot see any project. Its owner must be a member of the project."
                : "The token sees " + Phrases.quoted(visible) + ".";
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The organization \"" + organization + "\" has no project \"" + project
                        + "\", or the token's owner may not see it.",
                "Correct " + names.of(Setting.AZURE_PROJECT) + ". " + sees);
    }

    /** Reports a failed call that proves nothing about the organization, the token or the project. */
    Problem unavailable(AzureException failure) {
        if (failure.kind() == AzureException.Kind.NETWORK) {
            return new NetworkProblems(names).network(failure.detail(), Setting.AZURE_URL);
        }
        if (failure.kind().isSignIn()) {
            return new SignInProblems(names).failed(failure);
        }
        if (failure.kind() == AzureException.Kind.REFUSED) {
            return new Problem(
                    ProblemCode.AZURE_SCOPE_MISSING,
                    "Azure DevOps refused access to the project" + Phrases.parenthesis(failure.detail()) + ".",
                    "The token has the scopes. Check that its owner is a member of the project and may read the "
                            + "repositories.");
        }
        if (failure.kind() == AzureException.Kind.BLOCKED) {
            return new Problem(
                    ProblemCode.AZURE_UNAVAILABLE,
                    "A proxy, firewall or gateway refused a call to Azure DevOps"
                            + Phrases.parenthesis(failure.detail()) + ".",
                    new NetworkProblems(names).letThrough(Setting.AZURE_URL));
        }
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps did not answer as expected" + Phrases.parenthesis(failure.detail()) + ".",
                "Run it again later; https://status.dev.azure.com shows outages.");
    }

    Problem lookupsUnclear(int repositories, AzureException failure) {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps gave no clear answer about " + repositories + " of the repositories to prune"
                        + Phrases.parenthesis(failure.detail()) + ". They stay monitored.",
                "Run it again later; https://status.dev.azure.com shows outages.");
    }

    /** Reports a list that lacks repositories of the project: a missing repository then proves nothing. */
    Problem listIncomplete(long repositories) {
        return new Problem(
                ProblemCode.AZURE_UNAVAILABLE,
                "Azure DevOps did not list " + repositories
                        + " of the project's repositories, although they exist. Repositories that it does not list "
                        + "stay monitored.",
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

    /** Returns the fix that names the identities that can list every repository. */
    String identityFix() {
        return "Set " + names.of(Setting.AZURE_TOKEN)
                + " to a personal access token or the token of a service principal, not to a pipeline's job token.";
    }
}
