package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.TopLevelItem;
import hudson.triggers.TimerTrigger;
import hudson.triggers.TriggerDescriptor;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.AikidoConfiguration;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jenkins.model.ParameterizedJobMixIn.ParameterizedJob;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * The files of {@code examples/jenkins}, as they are, in a Jenkins of its own: it reads its configuration when it starts, and
 * keeps the classes of each plugin apart as every Jenkins does.
 */
class ExamplesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLES = ROOT.resolve("examples/jenkins");

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @RegisterExtension
    final RealJenkinsExtension real = new RealJenkinsExtension();

    @BeforeEach
    void configureAsCode() throws Exception {
        // More than one run's calls go there within the minute.
        SimulatedServices services =
                simulated.start(Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1_000)));
        real.extraEnv("CASC_JENKINS_CONFIG", EXAMPLES.resolve("jenkins.yaml").toString())
                .extraEnv("AZURE_DEVOPS_EXT_PAT", Shop.TOKEN)
                .extraEnv("AIKIDO_CLIENT_ID", Shop.CLIENT_ID)
                .extraEnv("AIKIDO_CLIENT_SECRET", Shop.CLIENT_SECRET)
                .extraEnv("AZURE_DEVOPS_URL", services.azureUrl())
                .extraEnv("AIKIDO_URL", services.aikidoUrl());
    }

    @Test
    void theJobsRunWithTheConnectionOfTheConfigurationAsCode() throws Throwable {
        String freestyle = Files.readString(EXAMPLES.resolve("freestyle-job.xml"));
        String pipeline = Files.readString(EXAMPLES.resolve("pipeline-job.xml"));

        real.then(jenkins -> {
            liftTheLimit();
            FreeStyleProject job = (FreeStyleProject) create(jenkins, "aikido-freestyle", freestyle);
            FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);
            jenkins.assertLogContains("activated  shop-web", build);
            assertThat(job.getBuildersList().get(AikidoConnectBuilder.class).getStep())
                    .usingRecursiveComparison()
                    .isEqualTo(step());
            assertThat(schedule(job)).isEqualTo("H 3 * * *");

            WorkflowJob second = (WorkflowJob) create(jenkins, "aikido-pipeline", pipeline);
            jenkins.assertLogContains("4 already monitored", jenkins.buildAndAssertSuccess(second));
            assertThat(schedule(second)).isEqualTo("H 3 * * *");

            showsItsPages(jenkins, build);
        });
    }

    @Test
    void theJenkinsfilesRunAndThatOfThisProjectBuildsOnBothVersionsOfJava() throws Throwable {
        String scripted = Files.readString(EXAMPLES.resolve("Jenkinsfile"));
        String declarative = Files.readString(EXAMPLES.resolve("Jenkinsfile.declarative"));
        String own = Files.readString(ROOT.resolve("Jenkinsfile"));

        real.then(jenkins -> {
            liftTheLimit();
            WorkflowRun first = run(jenkins, "aikido-scripted", scripted);
            jenkins.assertLogContains("New in Aikido: shop-web", first);
            jenkins.assertLogContains("To do: Aikido does not list the TFVC repository", first);
            assertThat(schedule(first.getParent())).isEqualTo("H 3 * * *");

            WorkflowRun second = run(jenkins, "aikido-declarative", declarative);
            jenkins.assertLogContains("Check: success", second);
            jenkins.assertLogContains("4 already monitored", second);

            WorkflowRun third = run(jenkins, "own", """
                    def buildPlugin(Map parameters) {
                        parameters.configurations.each { echo "${it.platform} ${it.jdk} ${env.AIKIDO_CONNECT_JENKINS}" }
                    }
                    """ + own);
            jenkins.assertLogContains("linux 25 true", third);
            jenkins.assertLogContains("linux 21 true", third);
        });
    }

    /** A view that uses what only the tests' class path has would fail here alone. */
    private static void showsItsPages(JenkinsRule jenkins, FreeStyleBuild build) throws Exception {
        // That of a real Jenkins wants a browser's session.
        jenkins.jenkins.setCrumbIssuer(null);
        try (JenkinsRule.WebClient client = jenkins.createWebClient()) {
            String tested = client.getPage(new WebRequest(
                            new URL(
                                    jenkins.getURL(),
                                    "descriptorByName/" + Connection.class.getName()
                                            + "/testConnection?organization=contoso&tokenCredentialsId="
                                            + Administrator.TOKEN_ID + "&clientCredentialsId=" + Administrator.CLIENT_ID
                                            + "&azureUrl=" + connection().getAzureUrl() + "&aikidoUrl="
                                            + connection().getAikidoUrl()),
                            HttpMethod.POST))
                    .getWebResponse()
                    .getContentAsString();
            assertThat(tested).contains("The connection works.", "Token or identity", "<svg");
            assertThat(client.getPage(build, "aikido").asNormalizedText())
                    .contains("Aikido connect: Shop Front", "Token or identity", "Zahlungs Übersicht");
            assertThat(client.getPage(build).asNormalizedText())
                    .contains("7 repositories found, 4 activated, 3 skipped");
        }
    }

    private static WorkflowRun run(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertSuccess(job);
    }

    private static TopLevelItem create(JenkinsRule jenkins, String name, String xml) throws IOException {
        return jenkins.jenkins.createProjectFromXML(
                name, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String schedule(ParameterizedJob<?, ?> job) {
        return job.getTriggers().entrySet().stream()
                .filter(entry -> isTimer(entry.getKey()))
                .map(entry -> entry.getValue().getSpec())
                .findFirst()
                .orElse(null);
    }

    private static boolean isTimer(TriggerDescriptor descriptor) {
        return descriptor.clazz == TimerTrigger.class;
    }

    /** What the form saves when the same is entered there. */
    private static AikidoConnectStep step() {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setConnection("contoso");
        step.setProject("Shop Front");
        step.setExcludes("*-archive");
        return step;
    }

    private static Connection connection() {
        List<Connection> connections = AikidoConfiguration.get().getConnections();
        assertThat(connections).extracting(Connection::getName).containsExactly("contoso");
        return connections.get(0);
    }

    /** The connection of the file, but for the limit, which would have the tests wait for a minute. */
    private static void liftTheLimit() {
        Connection connection = connection();
        connection.setCallsPerMinute(1_000);
        Administrator.saves(connection);
    }
}
