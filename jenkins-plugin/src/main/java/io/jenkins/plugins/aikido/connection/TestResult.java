package io.jenkins.plugins.aikido.connection;

import hudson.util.HttpResponses;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.jenkins.plugins.aikido.proxy.JenkinsTransport;
import io.jenkins.plugins.aikido.report.ReportJson;
import io.jenkins.plugins.aikido.report.ReportTexts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;

/** The result of "Test connection": the checks and the workspace. Its view escapes every name. */
@Restricted(NoExternalUse.class)
public final class TestResult {

    private final ConnectReport report;
    private final String trace;

    private TestResult(ConnectReport report, String trace) {
        this.report = report;
        this.trace = trace;
    }

    /**
     * Tests a connection.
     *
     * @param recordTrace whether to offer the recorded calls of the test for download; they are not stored
     */
    public static HttpResponse of(OwnedConnection connection, boolean recordTrace) {
        AtomicReference<String> trace = new AtomicReference<>();
        ConnectReport report = check(connection, recordTrace ? trace::set : null);
        return HttpResponses.forwardToView(new TestResult(report, trace.get()), "index");
    }

    private static ConnectReport check(OwnedConnection connection, Consumer<String> trace) {
        JenkinsSettingNames names = JenkinsSettingNames.ofPage();
        ConnectRequest.Builder request = ConnectRequest.builder();
        try {
            ConnectionRequests.complete(request, connection, names);
        } catch (ProblemException e) {
            return ConnectReport.notStarted(Goal.CHECK, request.build(), Instant.now(), e.problem());
        }
        try (AikidoConnect aikido = AikidoConnect.builder()
                .transport(JenkinsTransport.create())
                .settingNames(names)
                .trace(trace)
                .build()) {
            return aikido.check(request.build());
        }
    }

    /** For the view: the report as maps, because a view cannot read records. */
    public Map<String, Object> getReport() {
        return ReportTexts.forPage(ReportJson.toMap(report));
    }

    /** For the view: the problems that are not the result of a check, such as a wrong setting. Also as maps. */
    public List<Map<String, String>> getProblems() {
        return report.checks().isEmpty()
                ? report.problems().stream()
                        .map(problem -> Map.of("message", problem.message(), "fix", problem.fix()))
                        .toList()
                : List.of();
    }

    /** For the view: whether no check failed. */
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

    /** For the view: the address of the recorded calls, null if none were recorded. */
    public String getTraceUrl() {
        return trace == null
                ? null
                : "data:application/json;base64,"
                        + Base64.getEncoder().encodeToString(trace.getBytes(StandardCharsets.UTF_8));
    }

    private long count(CheckStatus status) {
        return report.checks().stream()
                .filter(check -> check.status() == status)
                .count();
    }
}
