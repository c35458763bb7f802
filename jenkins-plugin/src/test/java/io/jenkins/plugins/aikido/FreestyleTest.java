package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class FreestyleTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void registersAProjectAndArchivesTheReport(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        AikidoConnectStep step = step();

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job(jenkins, step));

        jenkins.assertLogContains("Connect: success.", build);
        assertThat(services.writes())
                .filteredOn(call -> call.endsWith("/activate"))
                .hasSize(4);
        assertThat(build.getArtifacts()).extracting("relativePath").containsExactly("aikido/connect-report.json");
    }

    @Test
    void keepsOneReportForEachRunOfTheStep(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        AikidoConnectStep check = step();
        check.setGoal("check");
        FreeStyleProject job = job(jenkins, step());
        job.getBuildersList().add(new AikidoConnectBuilder(check));
        job.getBuildersList().add(new AikidoConnectBuilder(step()));

        FreeStyleBuild build = jenkins.buildAndAssertSuccess(job);

        assertThat(build.getArtifacts())
                .extracting("relativePath")
                .containsExactlyInAnyOrder(
                        "aikido/check-report.json", "aikido/connect-report.json", "aikido/connect-report-2.json");
        String page = jenkins.createWebClient().getPage(build, "aikido").asNormalizedText();
        assertThat(page).contains("Aikido check", "Aikido connect", "shop-web", "Zahlungs Übersicht");
        assertThat(jenkins.createWebClient().getPage(job).asNormalizedText())
                .contains("7 repositories found", "4 already monitored");
    }

    @Test
    void failsOrIsUnstableAsItIsSet(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        AikidoConnectStep wrong = step();
        wrong.setProject("Shopfront");
        FreeStyleBuild failed = jenkins.buildAndAssertStatus(Result.FAILURE, job(jenkins, wrong));
        jenkins.assertLogContains("ERROR: [AZURE_PROJECT_NOT_FOUND]", failed);
        jenkins.assertLogContains("Correct the step's \"project\"", failed);

        wrong.setFailOnProblem(false);
        FreeStyleBuild unstable = jenkins.buildAndAssertStatus(Result.UNSTABLE, job(jenkins, wrong));
        jenkins.assertLogContains("WARNING: [AZURE_PROJECT_NOT_FOUND]", unstable);
    }

    @Test
    void showsAFailedRunOnTheJobsPage(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop().token(token -> token.withExpired(true)));
        FreeStyleProject job = job(jenkins, step());
        jenkins.buildAndAssertStatus(Result.FAILURE, job);

        assertThat(jenkins.createWebClient().getPage(job).asNormalizedText()).contains("Aikido connect", "failed");
    }

    @Test
    void showsTheProblemAndNotACountWhereTheRepositoriesWereNotRead(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        AikidoConnectStep wrong = step();
        wrong.setProject("Shopfront");
        FreeStyleBuild build = jenkins.buildAndAssertStatus(Result.FAILURE, job(jenkins, wrong));

        for (HtmlPage page : List.of(
                jenkins.createWebClient().getPage(build.getParent()),
                jenkins.createWebClient().getPage(build))) {
            assertThat(page.asNormalizedText())
                    .contains("has no project \"Shopfront\"")
                    .doesNotContain("No repository found");
        }
    }

    @Test
    void theSymbolOfAReportIsNoTick() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/images/symbols/aikido.svg")))
                .doesNotContain("m176 256 56 56 104-120");
    }

    private static AikidoConnectStep step() {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject("Shop Front");
        return step;
    }

    private static FreeStyleProject job(JenkinsRule jenkins, AikidoConnectStep step) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        return job;
    }
}
