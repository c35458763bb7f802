package io.jenkins.plugins.aikido.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ReportActionTest {

    /** Branches of a Pipeline end at once, and Jenkins saves the build whenever it likes. */
    @Test
    void canBeSavedWhileOtherBranchesAddTheirReports(JenkinsRule jenkins) throws Exception {
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject());
        ReportAction.keep(build, report(), TaskListener.NULL);
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> saves = CompletableFuture.runAsync(() -> {
            ReportAction action = build.getAction(ReportAction.class);
            while (!ended.get()) {
                Run.XSTREAM2.toXML(action);
            }
        });

        for (int i = 0; i < 300; i++) {
            ReportAction.keep(build, report(), TaskListener.NULL);
        }
        ended.set(true);

        assertThatCode(saves::join).doesNotThrowAnyException();
    }

    /** JSON may contain half a surrogate pair, which XML and UTF-8 cannot. */
    @Test
    void halfASurrogatePairLosesNeitherTheReportNorTheState(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
        ConnectReport report = ConnectReport.notStarted(
                Goal.STATUS,
                ConnectRequest.builder().project("Shop \ud83d").build(),
                Instant.EPOCH,
                new Problem(ProblemCode.CONFIGURATION, "The name \ud83d was wrong.", "Correct \ud83d it."));
        // The state of a connection that does not exist is removed within a minute.
        AikidoConfiguration.get().setConnections(List.of(new Connection("contoso", "contoso", "token", "client")));
        OwnedConnection connection = Connections.all().get(0);

        ReportAction.keep(build, report, TaskListener.NULL);
        ConnectionStates.get().record(connection, report, build);

        FreeStyleBuild loaded = new FreeStyleBuild(job, build.getRootDir());
        assertThat(loaded.getAction(ReportAction.class).getReports())
                .extracting(KeptReport::getCounts)
                .singleElement()
                .asString()
                .contains("was wrong.");
        assertThat(jenkins.createWebClient().goTo(build.getUrl() + "aikido/").asNormalizedText())
                .contains("was wrong.", "Correct", "it.");
        assertThat(new ConnectionStates().of(connection).getLastRun().getProblem())
                .contains("was wrong.");
    }

    private static ConnectReport report() {
        return ConnectReport.notStarted(
                Goal.CONNECT,
                ConnectRequest.builder().build(),
                Instant.EPOCH,
                new Problem(ProblemCode.CONFIGURATION, "Something was wrong.", "Correct it."));
    }
}
