package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.List;
import java.util.Optional;

/**
 * The texts about an identity that Microsoft Entra signed in, and that Azure DevOps refuses. The codes and their meaning
 * are from Microsoft's guide for service principals and managed identities (azure-devops-docs @0137af1, read 2026-11).
 *
 * @param names the names of the settings in the front end
 * @param title the kind of the identity, for example {@code service principal}
 * @param organization the organization of the run
 */
record IdentityProblems(SettingNames names, String title, String organization) {

    private static final String USERS = "Organization settings, Users";

    /** The code of Azure DevOps for a caller that is not a user of the organization. */
    private static final String NOT_A_USER = "TF401444";

    /** Returns the texts for the identity of a run, empty if the run has a token. */
    static Optional<IdentityProblems> of(RunContext context) {
        return context.request()
                .azureSignIn()
                .map(AzureSignIn::method)
                .filter(method -> method.isIdentity())
                .map(method -> new IdentityProblems(context.texts().names(), method.title(), context.organization()));
    }

    Problem rejected(String detail) {
        if (detail.contains(AzureProblems.CONDITIONAL_ACCESS)) {
            return context(detail);
        }
        boolean unknown = detail.contains(NOT_A_USER);
        return new Problem(
                ProblemCode.AZURE_TOKEN_REJECTED,
                "The " + title + (unknown ? " was not added to" : " is not accepted in") + " the organization \""
                        + organization + "\"" + Phrases.parenthesis(detail) + ".",
                "Ask an administrator to add it once (" + USERS + ", Add users) with the access level Basic and the"
                        + " project. The organization must be connected to the tenant of the identity.");
    }

    private Problem context(String detail) {
        return new Problem(
                ProblemCode.AZURE_TOKEN_REJECTED,
                "A conditional access policy refused the " + title + Phrases.parenthesis(detail) + ".",
                "Ask an administrator to allow this machine in the conditional access policy of the organization.");
    }

    /** Reports a refused call that the run needs. */
    Problem refused(String what, String detail) {
        return new Problem(
                ProblemCode.AZURE_SCOPE_MISSING,
                "The " + title + " may not read " + what + Phrases.parenthesis(detail) + ".",
                "Give it the access level Basic (" + USERS
                        + "; Stakeholder is not enough) and add it to the group Readers of the project.");
    }

    Problem projectNotFound(String project, List<String> visible) {
        return new Problem(
                ProblemCode.AZURE_PROJECT_NOT_FOUND,
                "The organization \"" + organization + "\" has no project \"" + project + "\", or the " + title
                        + " may not see it.",
                "Correct " + names.of(Setting.AZURE_PROJECT) + ", or add the " + title
                        + " to the group Readers of the project. "
                        + (visible.isEmpty() ? "It sees no project." : "It sees " + Phrases.quoted(visible) + "."));
    }
}
