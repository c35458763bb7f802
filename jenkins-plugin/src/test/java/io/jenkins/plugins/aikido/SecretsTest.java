package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import hudson.model.Result;
import hudson.model.Run;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.LogRecorder;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Looks for the secrets wherever Jenkins writes, after runs that had to handle them. */
@WithJenkins
class SecretsTest {

    private static final SecretSearch SECRETS = SecretSearch.of(Shop.TOKEN, Shop.CLIENT_SECRET);

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void areNotInJenkinssHomeNorInAnyLog(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        try (LogRecorder log = new LogRecorder()) {
            for (String logger : List.of(
                    "io.github.aikidoconnect",
                    "io.jenkins.plugins.aikido",
                    "com.cloudbees.plugins",
                    "jdk.httpclient")) {
                log.record(logger, Level.ALL);
            }
            log.quiet().capture(100_000);
            String tested = Visitor.anonymous(jenkins).testsTheConnection(services);
            Run<?, ?> connected =
                    jenkins.buildAndAssertSuccess(pipeline(jenkins, "aikidoConnect project: 'Shop Front'"));
            Run<?, ?> failed = jenkins.buildAndAssertStatus(Result.FAILURE, freestyle(jenkins, "Shopfront"));

            assertThat(tested).contains("aikido-test");
            assertThat(SECRETS.in(tested)).isEmpty();
            assertThat(SECRETS.in(connected.getLog())).isEmpty();
            assertThat(SECRETS.in(failed.getLog())).isEmpty();
            SimpleFormatter formatter = new SimpleFormatter();
            String records = log.getRecords().stream().map(formatter::format).collect(Collectors.joining());
            assertThat(SECRETS.in(records)).isEmpty();
        }
        jenkins.jenkins.save();
        assertThat(SECRETS.below(jenkins.jenkins.getRootDir().toPath())).isEmpty();
        assertThat(services.exchanges())
                .as("the secrets were used")
                .anySatisfy(exchange -> assertThat(SECRETS.in(String.valueOf(exchange.requestHeaders())))
                        .isNotEmpty());
    }

    private static WorkflowJob pipeline(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static FreeStyleProject freestyle(JenkinsRule jenkins, String project) throws Exception {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject(project);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        return job;
    }
}
