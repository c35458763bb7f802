package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.azure.pat.PersonRecords;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import io.github.aikidoconnect.internal.token.TokenProblemTexts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/** The second step of a run: checks what the discovery found. */
record ProjectChecks(RunContext context, SharedLookups lookups) {

    /**
     * Checks the organization, the token and the project.
     *
     * @param projectName the project's name in the report
     */
    CheckList azure(ProjectFindings found, AzureDevOps azure, String projectName) throws InterruptedException {
        Optional<Future<PersonRecords>> records = lookups.records();
        TokenChecks record = records.isEmpty() ? TokenChecks.NONE : tokenRecord(Tasks.join(records.get()), found);
        CheckList checks =
                new AzureChecks(context, found.azure(), found.token(), record, () -> visibleProjects(azure)).check();
        checkPatterns(found, projectName, checks);
        return checks;
    }

    private TokenChecks tokenRecord(PersonRecords records, ProjectFindings found) {
        PersonRecords.Match match = records.find(found.azure());
        ProblemTexts texts = context.texts();
        TokenProblemTexts tokenTexts = new TokenProblemTexts(
                texts.names(),
                TokenRequest.builder(context.request()).build(),
                texts.azure()::unavailable,
                texts.aikido()::of);
        return new TokenChecks(
                match.details(),
                match.why(),
                match.failure().map(tokenTexts::azure),
                context.request().entraAccess().map(EntraAccess::warnDays).orElse(0));
    }

    private List<String> visibleProjects(AzureDevOps azure) {
        if (lookups.projects().isPresent()) {
            return lookups.projects().get();
        }
        try {
            return azure.projects().stream().map(AzureProject::name).toList();
        } catch (AzureException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Patterns that apply to all projects of a run are checked after all projects were read. */
    private void checkPatterns(ProjectFindings found, String projectName, CheckList checks) {
        List<String> names =
                found.repositories().stream().map(AzureRepository::name).toList();
        if (context.goal() == Goal.CHECK || context.goal() == Goal.LIST || names.isEmpty()) {
            return;
        }
        PatternUse use = lookups.patterns().orElseGet(PatternUse::new);
        use.note(projectName, context.validated().selection().use(names));
        if (lookups.patterns().isEmpty()) {
            RunProblems texts = context.texts().run();
            use.unmatchedByProject()
                    .values()
                    .forEach(patterns ->
                            checks.warnBesides(CheckId.PROJECT, texts.unmatched(patterns), texts.unmatchedFix()));
        }
    }

    /**
     * Checks the API client and the workspace.
     *
     * @param plan the plan, empty if the lists could not be read
     * @param projectName the project's name in the report
     */
    CheckList aikido(ProjectFindings found, AikidoFindings workspace, Optional<Plan> plan, String projectName) {
        Optional<String> claimedBy = context.goal() == Goal.CONNECT
                ? workspace
                        .workspace()
                        .flatMap(known ->
                                lookups.claim(context.validated().aikidoUrl(), known.id(), address(projectName)))
                : Optional.empty();
        boolean changes = plan.map(Plan::changesAny).orElse(true);
        boolean handsOver = HandoverRule.applies(context, workspace, found.token());
        NeededScopes scopes = NeededScopes.of(context.goal(), context.request(), changes, handsOver);
        return new AikidoChecks(context, workspace, found.token(), claimedBy, scopes)
                .check(
                        found.address(),
                        found.repositories(),
                        plan.flatMap(Plan::unlistedTfvc).map(RepositoryPlan::name));
    }

    private ProjectReport.AzureProject address(String projectName) {
        ProjectReport.AzureProject organization = context.address();
        return new ProjectReport.AzureProject(
                organization.url(), organization.organization(), new ProjectReport.Project(null, projectName));
    }

    /** Reports that there is no API client for the project. */
    CheckList withoutClient(ProjectOrigin origin) {
        CheckList checks = new CheckList();
        if (origin == ProjectOrigin.UNMAPPED) {
            checks.skipped(
                    ProjectResult.NO_WORKSPACE,
                    CheckId.AIKIDO_CREDENTIALS,
                    CheckId.AIKIDO_WORKSPACE,
                    CheckId.AIKIDO_CONNECTION);
            return checks;
        }
        // A coverage accepts a request with problems, because it can count repositories without the client.
        List<Problem> problems = context.request().problems();
        checks.failed(
                CheckId.AIKIDO_CREDENTIALS,
                problems.stream().findFirst().orElseGet(context.validated()::clientMissing));
        problems.forEach(checks::problem);
        checks.skipped("There is no API client.", CheckId.AIKIDO_WORKSPACE, CheckId.AIKIDO_CONNECTION);
        return checks;
    }
}
