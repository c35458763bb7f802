package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.GoalResult;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
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
import io.github.aikidoconnect.internal.token.TokenProblemTexts;
import io.github.aikidoconnect.internal.token.TokenWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run about personal access tokens: judge, ask the workspace, do it, report. */
final class TokenRun {

    /** Whether each host knows a new token at once is not said, so one that is refused is tried again. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6));

    private static final Progress READING = new Progress.Step("Reading the tokens of Azure DevOps");

    private final TokenRequest request;
    private final ValidatedRequest target;
    private final ProblemTexts wording;
    private final ProgressListener progress;
    private final ServiceClients services;
    private final Instant startedAt = now();
    private final List<Problem> problems = new ArrayList<>();
    private final CheckList workspaceVerdicts = new CheckList();
    private CheckList tokenVerdicts = new CheckList();
    private Optional<Workspace> workspace = Optional.empty();
    private Optional<TokenWork> work = Optional.empty();

    TokenRun(
            TokenRequest request,
            ValidatedRequest target,
            ProblemTexts wording,
            ProgressListener progress,
            ServiceClients services) {
        this.request = request;
        this.target = target;
        this.wording = wording;
        this.progress = progress;
        this.services = services;
    }

    /** Runs to its end. An interrupt ends it and stays set. */
    ConnectReport run() {
        problems.addAll(target.problems());
        problems.addAll(TokenRequestRules.problems(request, target, wording));
        if (!problems.isEmpty()) {
            return report(ProjectReport.Calls.NONE);
        }
        try (Tasks tasks = Tasks.unbounded()) {
            act(tasks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(wording.interrupted());
        }
        work.map(TokenWork::problems).ifPresent(problems::addAll);
        return report(services.calls());
    }

    private void act(Tasks tasks) throws InterruptedException {
        TokenWork tokens = new TokenWork(
                services.personalTokens().orElseThrow(),
                request,
                request.where().entraAccess().orElseThrow().warnDays(),
                tokenWording(),
                progress,
                services.time());
        work = Optional.of(tokens);
        switch (request.action().orElseThrow()) {
            case LIST -> {
                progress.on(READING);
                tokens.list();
            }
            case REVOKE -> {
                progress.on(READING);
                tokens.revoke();
            }
            case CREATE, ROTATE -> renew(tokens, tasks);
        }
    }

    /** Everything that may be wrong with the workspace is found before there is a token. */
    private void renew(TokenWork tokens, Tasks tasks) throws InterruptedException {
        Optional<Aikido> aikido = services.aikido();
        boolean disconnected = false;
        if (aikido.isPresent()) {
            progress.on(new Progress.Step("Looking at the workspace of Aikido"));
            disconnected = judgeWorkspace(aikido.get());
            if (!problems.isEmpty()) {
                return;
            }
        }
        progress.on(READING);
        tokens.renew(TokenWork.Place.of(request, workspace), token -> problems(token, tasks), aikido);
        if (disconnected && tokens.isDelivered() && tokens.problems().isEmpty()) {
            workspaceVerdicts.mended(CheckId.AIKIDO_CONNECTION, "It was broken; Aikido has been given the new token.");
        }
    }

    /** Returns whether the workspace's connection to the source code is broken. */
    private boolean judgeWorkspace(Aikido aikido) throws InterruptedException {
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
        new AikidoChecks(findings, request.where(), wording, workspaceVerdicts, Optional.empty(), SignedInToken.NEW)
                .judge(
                        target.organization().orElseThrow(),
                        project.map(OwnProject::place),
                        project.map(OwnProject::repositories).orElse(List.of()),
                        Optional.empty());
        problems.addAll(workspaceVerdicts.problems());
        return findings.isDisconnected();
    }

    /** The project that the workspace has to belong to, and its repositories. */
    private record OwnProject(ProjectAddress place, List<AzureRepository> repositories) {}

    /** The person's access token opens what the person may read, so no personal access token is needed for this. */
    private OwnProject ownProject(String nameOrId) throws InterruptedException {
        AzureDevOps azure =
                services.azure(request.where().entraAccess().orElseThrow().token());
        AzureProject project = azure.project(nameOrId);
        ProjectAddress place = new ProjectAddress(target.organization().orElseThrow(), project.name(), project.id());
        return new OwnProject(place, azure.gitRepositories(project.id()));
    }

    private Problem projectUnreadable(AzureException failure, String project) {
        return switch (failure.kind()) {
            case NOT_FOUND, PROJECT_NOT_FOUND ->
                wording.projectNotFound(project, target.organization().orElseThrow(), List.of());
            default -> tokenWording().azure(failure);
        };
    }

    private TokenProblemTexts tokenWording() {
        return new TokenProblemTexts(wording.names(), request, wording::azureUnavailable, wording::aikido);
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

    /** Does with the new token what a check does with any. */
    private List<Problem> problems(NewToken token, Tasks tasks) throws InterruptedException {
        for (Duration pause : PAUSES) {
            if (judge(token, tasks).isEmpty()) {
                return List.of();
            }
            progress.on(new Progress.Waiting("Azure DevOps does not take the new token yet", pause));
            services.time().sleep(pause);
        }
        return judge(token, tasks);
    }

    private List<Problem> judge(NewToken token, Tasks tasks) throws InterruptedException {
        AzureDevOps azure = services.azure(token.value());
        AzureFindings found =
                new AzureDiscovery(azure, tasks).discover(request.where().project(), false);
        tokenVerdicts = new CheckList();
        new AzureChecks(
                        found,
                        target,
                        wording,
                        tokenVerdicts,
                        name -> wording.projectNotFound(
                                name, target.organization().orElseThrow(), List.of()),
                        // A short life was asked for, so it is nothing to warn of.
                        TokenChecks.of(token.details(), 0),
                        SignedInToken.NEW)
                .judge(request.where().project().orElse(""));
        return tokenVerdicts.problems();
    }

    private ConnectReport report(ProjectReport.Calls calls) {
        List<Problem> all = problems.stream().distinct().toList();
        ProjectReport part = ProjectReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(
                        target.azureUrls().base(), target.organization().orElse(null), null))
                .workspace(workspace
                        .map(found -> new ProjectReport.Workspace(
                                found.id(),
                                found.name(),
                                found.provider().orElse(null),
                                found.organization().orElse(null)))
                        .orElse(null))
                .checks(Stream.concat(tokenVerdicts.checks().stream(), workspaceVerdicts.checks().stream())
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
