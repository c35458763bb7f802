package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.PullRequestChecks;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.WorkspaceInsights;
import io.github.aikidoconnect.internal.plan.PullRequestPlan;
import java.util.ArrayList;
import java.util.List;

/** Sets the default of the workspace for pull requests, before anything is activated. */
final class PullRequestStep {

    private final RunContext context;
    private final WorkspaceInsights workspace;
    private final SettingsTexts texts;
    private final List<CheckList.Warning> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    PullRequestStep(RunContext context, WorkspaceInsights workspace) {
        this.context = context;
        this.workspace = workspace;
        this.texts = new SettingsTexts(context.texts().names());
    }

    /** Compares the default with the wanted one, and replaces it unless the run changes nothing. */
    void run(PullRequestChecks wanted) throws InterruptedException {
        try {
            PullRequestPlan plan = PullRequestPlan.of(workspace.pullRequestDefault(), wanted);
            if (plan.differences().isEmpty()) {
                return;
            }
            String differences = String.join(", ", plan.differences());
            if (context.goal() != Goal.CONNECT) {
                notes.add(new CheckList.Warning(texts.pullRequestDrift(differences), texts.connectAgain()));
                if (context.request().failOnDrift()) {
                    problems.add(texts.pullRequestDriftProblem(differences));
                }
            } else if (context.request().dryRun()) {
                notes.add(CheckList.Warning.note(texts.pullRequestPlanned(differences)));
            } else {
                save(plan, wanted);
                notes.add(CheckList.Warning.note(texts.pullRequestSet(differences)));
            }
        } catch (AikidoException e) {
            if (e.kind() == AikidoException.Kind.REFUSED) {
                notes.add(new CheckList.Warning(texts.pullRequestRefused(e), texts.pullRequestRefusedFix()));
            } else {
                problems.add(context.texts().aikido().of(e));
            }
        }
    }

    /** A save without a clear answer is compared again, and repeated once if it had no effect. */
    private void save(PullRequestPlan plan, PullRequestChecks wanted) throws InterruptedException {
        context.progress().on(new Progress.Step("Setting Aikido's default for pull requests"));
        try {
            workspace.savePullRequestDefault(plan.values());
        } catch (AikidoException e) {
            if (!e.isUncertain()) {
                throw e;
            }
            if (!PullRequestPlan.of(workspace.pullRequestDefault(), wanted)
                    .differences()
                    .isEmpty()) {
                workspace.savePullRequestDefault(plan.values());
            }
        }
    }

    List<CheckList.Warning> notes() {
        return notes;
    }

    List<Problem> problems() {
        return problems;
    }
}
