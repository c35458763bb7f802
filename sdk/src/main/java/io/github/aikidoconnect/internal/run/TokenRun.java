package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.GoalResult;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureDiscovery;
import io.github.aikidoconnect.internal.azure.AzureException;
import io.github.aikidoconnect.internal.azure.AzureFindings;
import io.github.aikidoconnect.internal.azure.AzureProject;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.azure.pat.NewToken;
import io.github.aikidoconnect.internal.limit.Tasks;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.token.TokenContext;
import io.github.aikidoconnect.internal.token.TokenProblemTexts;
import io.github.aikidoconnect.internal.token.TokenWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A run for personal access tokens: check the request and the workspace, carry out the action, report. */
final class TokenRun {

    /** The pauses before a new token that was refused is tested again: not every host accepts it immediately. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private static final Progress READING = new Progress.Step("Reading the tokens of Azure DevOps");

    private final TokenRequest request;
    private final RunContext context;
    private final Instant startedAt = now();
    private final List<Problem> problems = new ArrayList<>();
    private List<Check> workspaceChecks = List.of();
    private List<Check> tokenChecks = List.of();
    private Optional<Workspace> workspace = Optional.empty();
    private Optional<TokenWork> work = Optional.empty();

    TokenRun(TokenRequest request, RunContext context) {
        this.request = request;
        this.context = context;
    }

    /** Runs to its end. An interrupt ends it and stays set. */
    ConnectReport run() {
        problems.addAll(context.validated().problems());
        problems.addAll(TokenRequestRules.problems(request, context.validated(), context.texts()));
        if (!problems.isEmpty()) {
            return report(ProjectReport.Calls.NONE);
        }
        try (Tasks tasks = Tasks.unbounded()) {
            act(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(context.texts().run().interrupted());
        }
        work.map(TokenWork::problems).ifPresent(problems::addAll);
        return report(context.clients().calls());
    }

    private void act(Tasks tasks) throws InterruptedException {
        ServiceClients clients = context.clients();
        TokenWork tokens = new TokenWork(new TokenContext(
                clients.personalTokens().orElseThrow(), request, tokenTexts(), context.progress(), clients.time()));
        work = Optional.of(tokens);
        switch (request.action().orElseThrow()) {
            case LIST -> {
                context.progress().on(READING);
                tokens.list();
            }
            case REVOKE -> {
                context.progress().on(READING);
                tokens.revoke();
            }
            case CREATE, ROTATE -> renew(tokens, tasks);
        }
    }

    /** Checks the workspace before a token is created. */
    private void renew(TokenWork tokens, Tasks tasks) throws InterruptedException {
        Optional<Aikido> aikido = context.clients().aikido();
        boolean disconnected = false;
        if (aikido.isPresent()) {
            context.progress().on(new Progress.Step("Reading the Aikido workspace"));
            disconnected = checkWorkspace(aikido.get());
            if (!problems.isEmpty()) {
                return;
            }
        }
        context.progress().on(READING);
        tokens.renew(TokenWork.Place.of(request, workspace), token -> problems(token, tasks), aikido);
        if (disconnected && tokens.isDelivered() && tokens.problems().isEmpty()) {
            workspaceChecks = CheckList.replace(
                    workspaceChecks,
                    Check.of(
                            CheckId.AIKIDO_CONNECTION,
                            CheckStatus.PASSED,
                            "The connection was broken. Aikido received the new token."));
        }
    }

    /** Checks the workspace, and returns whether its connection to the source code is broken. */
    private boolean checkWorkspace(Aikido aikido) throws InterruptedException {
        Optional<OwnProject> project = Optional.empty();
        if (request.where().project().isPresent()) {
            try {
                project = Optional.of(ownProject(request.where().project().get()));
            } catch (AzureException e) {
                problems.add(projectUnreadable(e, request.where().project().get()));
                return false;
            }
        }
        AikidoFindings findings = look(aikido, project.isPresent());
        workspace = findings.workspace();
        CheckList checks = new AikidoChecks(context, findings, SignedInToken.NEW, Optional.empty(), NeededScopes.NONE)
                .check(
                        project.map(OwnProject::place),
                        project.map(OwnProject::repositories).orElse(List.of()),
                        Optional.empty());
        workspaceChecks = checks.checks();
        problems.addAll(checks.problems());
        return findings.isDisconnected();
    }

    /** The project that the workspace must belong to, and its repositories. */
    private record OwnProject(ProjectAddress place, List<AzureRepository> repositories) {}

    /** Reads the project with the access token of the person, so that no personal access token is needed. */
    private OwnProject ownProject(String nameOrId) throws InterruptedException {
        AzureDevOps azure = context.clients()
                .azure(request.where().entraAccess().orElseThrow().token());
        AzureProject project = azure.project(nameOrId);
        ProjectAddress place = new ProjectAddress(context.organization(), project.name(), project.id());
        return new OwnProject(place, azure.gitRepositories(project.id()));
    }

    private Problem projectUnreadable(AzureException failure, String project) {
        return switch (failure.kind()) {
            case NOT_FOUND, PROJECT_NOT_FOUND ->
                context.texts().azure().projectNotFound(project, context.organization(), List.of());
            default -> tokenTexts().azure(failure);
        };
    }

    private TokenProblemTexts tokenTexts() {
        ProblemTexts texts = context.texts();
        return new TokenProblemTexts(texts.names(), request, texts.azure()::unavailable, texts.aikido()::of);
    }

    private static AikidoFindings look(Aikido aikido, boolean withRepositories) throws InterruptedException {
        try {
            aikido.signIn();
            Workspace workspace = aikido.workspace();
            return new AikidoFindings(
                    Optional.of(workspace),
                    Optional.of(aikido.configurationErrors()),
                    Optional.of(withRepositories ? aikido.repositories() : List.of()),
                    aikido.grantedScopes(),
                    List.of());
        } catch (AikidoException e) {
            return AikidoFindings.none(e);
        }
    }

    /** Checks the new token like the token of any run. */
    private List<Problem> problems(NewToken token, Tasks tasks) throws InterruptedException {
        for (Duration pause : PAUSES) {
            if (checkToken(token, tasks).isEmpty()) {
                return List.of();
            }
            context.progress().on(new Progress.Waiting("Azure DevOps does not accept the new token yet", pause));
            context.clients().time().sleep(pause);
        }
        return checkToken(token, tasks);
    }

    private List<Problem> checkToken(NewToken token, Tasks tasks) throws InterruptedException {
        AzureDevOps azure = context.clients().azure(token.value());
        AzureFindings found =
                new AzureDiscovery(azure, tasks).discover(request.where().project(), false);
        // The caller chose the validity of the token, so the check does not warn about it.
        TokenChecks record = TokenChecks.of(token.details(), 0);
        CheckList checks = new AzureChecks(context, found, SignedInToken.NEW, record, List::of).check();
        tokenChecks = checks.checks();
        return checks.problems();
    }

    private ConnectReport report(ProjectReport.Calls calls) {
        List<Problem> all = problems.stream().distinct().toList();
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        context.validated().azureUrls().base(),
                        context.validated().organization().orElse(null),
                        null))
                .workspace(workspace
                        .map(found -> new ProjectReport.Workspace(
                                found.id(),
                                found.name(),
                                found.provider().orElse(null),
                                found.organization().orElse(null)))
                        .orElse(null))
                .checks(Stream.concat(tokenChecks.stream(), workspaceChecks.stream())
                        .toList())
                .problems(all)
                .calls(calls)
                .build();
        return ConnectReportBuilder.builder()
                .goal(Goal.TOKEN)
                .dryRun(request.where().dryRun())
                .outcome(outcome(all))
                .startedAt(startedAt)
                .finishedAt(now())
                .projects(List.of(part))
                .problems(all)
                .calls(calls)
                .goalResult(new GoalResult.Tokens(work.map(TokenWork::tokens).orElse(List.of())))
                .build();
    }

    private Outcome outcome(List<Problem> all) {
        if (all.isEmpty()) {
            return Outcome.SUCCESS;
        }
        return work.filter(TokenWork::isDelivered).isPresent() ? Outcome.PARTIAL : Outcome.FAILED;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
