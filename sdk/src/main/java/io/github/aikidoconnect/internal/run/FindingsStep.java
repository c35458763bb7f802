package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.WorkspaceInsights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the findings of the workspace, or of the repositories if the request selects some of them. */
final class FindingsStep {

    private final RunContext context;
    private final WorkspaceInsights workspace;
    private final SettingsTexts texts;
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Findings> findings = Optional.empty();

    FindingsStep(RunContext context, WorkspaceInsights workspace) {
        this.context = context;
        this.workspace = workspace;
        this.texts = new SettingsTexts(context.texts().names());
    }

    /** Returns whether one call for the whole workspace is not enough: a filter is set, or another project is in it. */
    static boolean readsEach(ConnectRequest request) {
        return !request.includes().isEmpty() || !request.excludes().isEmpty() || request.allowSharedWorkspace();
    }

    /**
     * Reads the findings and compares them with the limits of a status.
     *
     * @param monitored the ids of the repositories that Aikido monitors
     */
    void run(FindingsLimits limits, Collection<Long> monitored) throws InterruptedException {
        context.progress().on(new Progress.Step("Reading Aikido's findings"));
        try {
            findings = Optional.of(read(monitored));
        } catch (AikidoException e) {
            problems.add(context.texts().aikido().of(e));
            return;
        }
        if (context.goal() != Goal.STATUS) {
            return;
        }
        int critical = findings.get().critical();
        limits.maxCritical().stream()
                .filter(most -> critical > most)
                .forEach(most -> problems.add(texts.findings(critical, "critical", most, Setting.MAX_CRITICAL)));
        int high = findings.get().high();
        limits.maxHigh().stream()
                .filter(most -> high > most)
                .forEach(most -> problems.add(texts.findings(high, "high", most, Setting.MAX_HIGH)));
    }

    private Findings read(Collection<Long> monitored) throws InterruptedException {
        if (!readsEach(context.request())) {
            return workspace.findings();
        }
        Findings sum = new Findings(0, 0, 0, 0, 0, false);
        for (Long repository : monitored) {
            sum = sum.plus(workspace.findings(repository));
        }
        return sum;
    }

    Optional<Findings> findings() {
        return findings;
    }

    List<Problem> problems() {
        return problems;
    }
}
