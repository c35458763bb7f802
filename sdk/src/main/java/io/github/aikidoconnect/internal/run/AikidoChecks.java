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

/** Judges what was found out about a workspace. */
final class AikidoChecks {

    private final AikidoFindings findings;
    private final ConnectRequest request;
    private final ProblemTexts wording;
    private final CheckList verdicts;
    private final Optional<String> claimedBy;
    private NeededScopes neededScopes = NeededScopes.NONE;
    private final SignedInToken use;

    /**
     * @param claimedBy another project of this run that has the same workspace
     * @param use whether Aikido may be given the token
     */
    AikidoChecks(
            AikidoFindings findings,
            ConnectRequest request,
            ProblemTexts wording,
            CheckList verdicts,
            Optional<String> claimedBy,
            SignedInToken use) {
        this.claimedBy = claimedBy;
        this.use = use;
        this.findings = findings;
        this.request = request;
        this.wording = wording;
        this.verdicts = verdicts;
    }

    /** Judges in advance the scopes that only a write would prove. */
    AikidoChecks requiring(NeededScopes scopes) {
        neededScopes = scopes;
        return this;
    }

    /**
     * Judges.
     *
     * @param organization the organization that the workspace has to be linked to
     * @param project the project, empty where it is not known
     * @param repositories its repositories as Azure DevOps lists them
     * @param unlistedTfvc the root of a TFVC repository that Aikido should list and does not
     */
    void judge(
            String organization,
            Optional<ProjectAddress> project,
            List<AzureRepository> repositories,
            Optional<String> unlistedTfvc) {
        judgeCredentials();
        if (findings.workspace().isPresent()) {
            judgeWorkspace(findings.workspace().get(), organization, project, repositories);
        } else {
            verdicts.skipped("The workspace could not be read.", CheckId.AIKIDO_WORKSPACE);
        }
        judgeConnection(organization, unlistedTfvc);
    }

    private void judgeCredentials() {
        List<Problem> problems = problems();
        if (problems.isEmpty()) {
            new ScopeCheck(findings, wording, verdicts).judge(neededScopes);
            return;
        }
        List<Problem> refusals = problems.stream()
                .filter(problem -> problem.code() == ProblemCode.AIKIDO_CREDENTIALS_REJECTED
                        || problem.code() == ProblemCode.AIKIDO_SCOPE_MISSING)
                .toList();
        if (refusals.isEmpty()) {
            verdicts.unknown(CheckId.AIKIDO_CREDENTIALS, joined(problems, Problem::message));
        } else {
            verdicts.failed(
                    CheckId.AIKIDO_CREDENTIALS, joined(refusals, Problem::message), joined(refusals, Problem::fix));
        }
        problems.forEach(verdicts::problem);
    }

    /** One for each scope that is missing; of every other code one, since one outage is seen by several calls. */
    private List<Problem> problems() {
        Map<String, Problem> problems = new LinkedHashMap<>();
        for (AikidoException failure : findings.failures()) {
            Problem problem = wording.aikido(failure);
            boolean scope = problem.code() == ProblemCode.AIKIDO_SCOPE_MISSING;
            problems.putIfAbsent(problem.code() + (scope ? problem.message() : ""), problem);
        }
        ScopeCheck.missing(findings, neededScopes.certain()).stream()
                .map(wording::clientLacks)
                .forEach(problem -> problems.putIfAbsent(problem.code() + problem.message(), problem));
        return List.copyOf(problems.values());
    }

    private static String joined(List<Problem> problems, Function<Problem, String> part) {
        return problems.stream().map(part).distinct().collect(Collectors.joining(" "));
    }

    private void judgeWorkspace(
            Workspace workspace,
            String organization,
            Optional<ProjectAddress> project,
            List<AzureRepository> repositories) {
        String name = workspace.name();
        // Without the project's own repositories none could be told from another project's.
        List<CodeRepository> listed =
                project.isPresent() ? findings.repositories().orElse(List.of()) : List.<CodeRepository>of();
        ProjectAddress place = project.orElse(new ProjectAddress(organization, "", ""));
        WorkspaceMatch.Verdict verdict = WorkspaceMatch.judge(workspace, place, repositories, listed);
        if (verdict instanceof WorkspaceMatch.Verdict.OtherProvider other) {
            verdicts.failed(CheckId.AIKIDO_WORKSPACE, wording.otherProvider(name, other.provider()));
        } else if (verdict instanceof WorkspaceMatch.Verdict.OtherOrganization other) {
            verdicts.failed(
                    CheckId.AIKIDO_WORKSPACE, wording.otherOrganization(name, other.organization(), organization));
        } else if (verdict instanceof WorkspaceMatch.Verdict.OtherProjects other && !request.allowSharedWorkspace()) {
            verdicts.failed(CheckId.AIKIDO_WORKSPACE, wording.otherProjects(name, other.projects()));
        } else if (claimedBy.isPresent() && !request.allowSharedWorkspace()) {
            verdicts.failed(CheckId.AIKIDO_WORKSPACE, wording.claimed(name, claimedBy.get()));
        } else if (!workspace.isLinkedTo(organization)) {
            verdicts.warning(
                    CheckId.AIKIDO_WORKSPACE,
                    "\"" + name + "\" does not say which "
                            + (workspace.organization().isEmpty() ? "organization" : "provider of source code")
                            + " it is linked to.",
                    wording.linkFix());
        } else {
            verdicts.passed(
                    CheckId.AIKIDO_WORKSPACE,
                    "\"" + name + "\" is linked to " + workspace.organization().get() + ".");
        }
    }

    private void judgeConnection(String organization, Optional<String> unlistedTfvc) {
        if (findings.configurationErrors().isEmpty()) {
            verdicts.skipped("The workspace's configuration errors could not be read.", CheckId.AIKIDO_CONNECTION);
            return;
        }
        List<ConfigurationError> errors = findings.configurationErrors().get();
        List<String> messages = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (findings.isDisconnected()) {
            messages.add(ConnectionTexts.broken(errors));
            fixes.add(brokenFix(organization));
        }
        unlistedTfvc.ifPresent(root -> {
            messages.add("Aikido does not list the TFVC repository \"" + root + "\".");
            fixes.add("Add it in Aikido's web page once, under Repositories; the run after that keeps it monitored.");
        });
        ConnectionTexts.others(errors).ifPresent(others -> {
            messages.add(others);
            fixes.add(ConnectionTexts.OTHERS_FIX);
        });
        boolean withheld =
                request.handover() == Handover.ALWAYS && use.handoverObjection().isPresent();
        if (withheld && !findings.isDisconnected()) {
            messages.add("The token is not handed over to Aikido. "
                    + use.handoverObjection().get());
            fixes.add(wording.handoverFix(request.handover(), use.handoverObjection()));
        }
        if (messages.isEmpty()) {
            verdicts.passed(CheckId.AIKIDO_CONNECTION, "Aikido reports no broken connection to the source code.");
        } else {
            verdicts.warning(CheckId.AIKIDO_CONNECTION, String.join(" ", messages), String.join(" ", fixes));
        }
    }

    private String brokenFix(String organization) {
        boolean linked = findings.workspace()
                .filter(workspace -> workspace.isLinkedTo(organization))
                .isPresent();
        if (request.handover() == Handover.AUTO
                && !linked
                && use.handoverObjection().isEmpty()) {
            return new ConnectionTexts(wording.names()).unlinkedFix(organization);
        }
        return wording.handoverFix(request.handover(), use.handoverObjection());
    }
}
