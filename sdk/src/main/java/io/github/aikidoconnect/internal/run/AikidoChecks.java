package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.ConfigurationError;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.plan.WorkspaceMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks the API client and the workspace, from the answers of Aikido. */
final class AikidoChecks {

    private final AikidoFindings findings;
    private final ConnectRequest request;
    private final String organization;
    private final ProblemTexts texts;
    private final SignedInToken token;
    private final Optional<String> claimedBy;
    private final NeededScopes neededScopes;
    private final CheckList checks = new CheckList();

    /**
     * @param token the token that may be handed over
     * @param claimedBy another project of this run that has the same workspace, for use in a sentence
     * @param neededScopes the scopes that only a write would prove
     */
    AikidoChecks(
            RunContext context,
            AikidoFindings findings,
            SignedInToken token,
            Optional<String> claimedBy,
            NeededScopes neededScopes) {
        this.findings = findings;
        this.request = context.request();
        this.organization = context.organization();
        this.texts = context.texts();
        this.token = token;
        this.claimedBy = claimedBy;
        this.neededScopes = neededScopes;
    }

    /**
     * Returns the checks of the API client, the workspace and its connection.
     *
     * @param project the project, empty if it is not known
     * @param repositories its repositories as Azure DevOps lists them
     * @param unlistedTfvc the root of a TFVC repository that Aikido should list and does not
     */
    CheckList check(
            Optional<ProjectAddress> project, List<AzureRepository> repositories, Optional<String> unlistedTfvc) {
        checkCredentials();
        if (findings.workspace().isPresent()) {
            checkWorkspace(findings.workspace().get(), project, repositories);
        } else {
            checks.skipped("The workspace could not be read.", CheckId.AIKIDO_WORKSPACE);
        }
        checkConnection(unlistedTfvc);
        return checks;
    }

    private void checkCredentials() {
        List<Problem> problems = problems();
        if (problems.isEmpty()) {
            new ScopeCheck(findings, texts, checks).check(neededScopes);
            return;
        }
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.code() == ProblemCode.AIKIDO_CREDENTIALS_REJECTED
                        || problem.code() == ProblemCode.AIKIDO_SCOPE_MISSING)
                .toList();
        if (refusals.isEmpty()) {
            checks.unknown(CheckId.AIKIDO_CREDENTIALS, joined(problems, Problem::message));
        } else {
            checks.failed(
                    CheckId.AIKIDO_CREDENTIALS, joined(refusals, Problem::message), joined(refusals, Problem::fix));
        }
        problems.forEach(checks::problem);
    }

    /** Returns one problem for each missing scope, and one for each other code: one outage makes several calls fail. */
    private List<Problem> problems() {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (AikidoException failure : findings.failures()) {
            Problem problem = texts.aikido().of(failure);
            boolean scope = problem.code() == ProblemCode.AIKIDO_SCOPE_MISSING;
            problems.putIfAbsent(problem.code() + (scope ? problem.message() : ""), problem);
        }
        ScopeCheck.missing(findings, neededScopes.certain()).stream()
                .map(texts.aikido()::clientLacks)
                .forEach(problem -> problems.putIfAbsent(problem.code() + problem.message(), problem));
        return List.copyOf(problems.values());
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).distinct().collect(Collectors.joining(" "));
    }

    private void checkWorkspace(
            Workspace workspace, Optional<ProjectAddress> project, List<AzureRepository> repositories) {
        String name = workspace.name();
        // Without the project, its own repositories cannot be distinguished from those of another project.
        List<CodeRepository> listed =
                project.isPresent() ? findings.repositories().orElse(List.of()) : List.<CodeRepository>of();
        ProjectAddress place = project.orElse(new ProjectAddress(organization, "", ""));
        WorkspaceMatch.Finding finding = WorkspaceMatch.compare(workspace, place, repositories, listed);
        if (finding instanceof WorkspaceMatch.Finding.OtherProvider other) {
            checks.failed(CheckId.AIKIDO_WORKSPACE, texts.aikido().otherProvider(name, other.provider()));
        } else if (finding instanceof WorkspaceMatch.Finding.OtherOrganization other) {
            checks.failed(
                    CheckId.AIKIDO_WORKSPACE,
                    texts.aikido().otherOrganization(name, other.organization(), organization));
        } else if (finding instanceof WorkspaceMatch.Finding.OtherProjects other && !request.allowSharedWorkspace()) {
            checks.failed(CheckId.AIKIDO_WORKSPACE, texts.aikido().otherProjects(name, other.projects()));
        } else if (claimedBy.isPresent() && !request.allowSharedWorkspace()) {
            checks.failed(CheckId.AIKIDO_WORKSPACE, texts.aikido().claimed(name, claimedBy.get()));
        } else if (!workspace.isLinkedTo(organization)) {
            checks.warning(
                    CheckId.AIKIDO_WORKSPACE,
                    "Aikido does not report which "
                            + (workspace.organization().isEmpty() ? "organization" : "provider of source code")
                            + " \"" + name + "\" is linked to.",
                    texts.aikido().linkFix());
        } else {
            checks.passed(
                    CheckId.AIKIDO_WORKSPACE,
                    "\"" + name + "\" is linked to " + workspace.organization().get() + ".");
        }
    }

    private void checkConnection(Optional<String> unlistedTfvc) {
        if (findings.configurationErrors().isEmpty()) {
            checks.skipped("The workspace's configuration errors could not be read.", CheckId.AIKIDO_CONNECTION);
            return;
        }
        List<ConfigurationError> errors = findings.configurationErrors().get();
        List<String> messages = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (findings.isDisconnected()) {
            messages.add(ConnectionTexts.broken(errors));
            fixes.add(brokenFix());
        }
        unlistedTfvc.ifPresent(root -> {
            messages.add("Aikido does not list the TFVC repository \"" + root + "\".");
            fixes.add("Add it once in Aikido's web page, under Repositories. Later runs keep it monitored.");
        });
        ConnectionTexts.others(errors).ifPresent(others -> {
            messages.add(others);
            fixes.add(ConnectionTexts.OTHERS_FIX);
        });
        boolean withheld = request.handover() == Handover.ALWAYS
                && token.handoverObjection().isPresent();
        if (withheld && !findings.isDisconnected()) {
            messages.add("The token is not handed over to Aikido. "
                    + token.handoverObjection().get());
            fixes.add(texts.aikido().handoverFix(request.handover(), token.handoverObjection()));
        }
        if (messages.isEmpty()) {
            checks.passed(CheckId.AIKIDO_CONNECTION, "Aikido reports no broken connection to the source code.");
        } else {
            checks.connectionWarning(String.join(" ", messages), String.join(" ", fixes), findings.isDisconnected());
        }
    }

    private String brokenFix() {
        if (request.handover() == Handover.AUTO
                && !findings.isLinkedTo(organization)
                && token.handoverObjection().isEmpty()) {
            return new ConnectionTexts(texts.names()).unlinkedFix(organization);
        }
        return texts.aikido().handoverFix(request.handover(), token.handoverObjection());
    }
}
