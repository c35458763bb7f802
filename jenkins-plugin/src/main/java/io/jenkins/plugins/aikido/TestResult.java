package io.jenkins.plugins.aikido;

import hudson.util.HttpResponses;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.ReportJson;
import io.jenkins.plugins.aikido.report.ReportTexts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;

/** What "Test connection" shows: the checks one by one, and the workspace. Its view escapes every name. */
@Restricted(NoExternalUse.class)
public final class TestResult {

    private final ConnectReport report;

    private TestResult(ConnectReport report) {
        this.report = report;
    }

    static HttpResponse of(Connection connection) {
        return HttpResponses.forwardToView(new TestResult(check(connection)), "index");
    }

    private static ConnectReport check(Connection connection) {
        JenkinsSettingNames names = JenkinsSettingNames.ofPage();
        ConnectRequest.Builder request = ConnectRequest.builder();
        try {
            Requests.complete(request, connection, names);
        } catch (ProblemException e) {
            return ConnectReport.notStarted(Goal.CHECK, request.build(), Instant.now(), e.problem());
        }
        try (AikidoConnect aikido = AikidoConnect.builder()
                .transport(JenkinsTransport.create())
                .settingNames(names)
                .build()) {
            return aikido.check(request.build());
        }
    }

    /** For the view: the report as maps, since the view cannot read records. */
    public Map<String, Object> getReport() {
        return ReportTexts.addTo(ReportJson.toMap(report));
    }

    /** For the view: the problems that no check tells, a wrong setting for instance. */
    public List<Problem> getProblems() {
        return report.checks().isEmpty() ? report.problems() : List.of();
    }

    /** For the view: whether everything that a run needs is there. */
    public boolean isSuccess() {
        return report.isSuccess();
    }

    /** For the view: how many checks there are. */
    public int getChecked() {
        return report.checks().size();
    }

    /** For the view: how many checks failed. */
    public long getFailed() {
        return count(CheckStatus.FAILED);
    }

    /** For the view: how many checks ended with a warning. */
    public long getWarnings() {
        return count(CheckStatus.WARNING);
    }

    private long count(CheckStatus status) {
        return report.checks().stream()
                .filter(check -> check.status() == status)
                .count();
    }
}
