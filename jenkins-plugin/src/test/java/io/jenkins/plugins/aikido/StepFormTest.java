package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.FreeStyleProject;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.workflow.cps.Snippetizer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The form of the step, in the snippet generator and in a freestyle job. */
@WithJenkins
class StepFormTest {

    @Test
    void theSnippetGeneratorWritesWhatDiffersFromTheDefaults(JenkinsRule jenkins) throws Exception {
        assertThat(Snippetizer.object2Groovy(new AikidoConnectStep())).isEqualTo("aikidoConnect()");
        AikidoConnectStep full = full();
        assertThat(Snippetizer.object2Groovy(full))
                .startsWith("aikidoConnect ")
                .contains("goal: 'status'", "project: 'Shop Front'", "connection: 'it\\'s \"me\"'", "syncTimeout: 0")
                .contains("failOnProblem: false", "failOnDrift: true", "pruneLimit: 100", "prune: true")
                .contains("reactivate: true", "maxMinutes: 50", "maxScanAge: 7", "verify: false")
                .contains("settings: [[devDependencies: 'false', repositories: 'pay-*', sensitivity: 'extreme']]");
        DescribableModel<AikidoConnectStep> model = DescribableModel.of(AikidoConnectStep.class);
        assertThat(model.instantiate(model.uninstantiate2(full).getArguments(), null))
                .usingRecursiveComparison()
                .isEqualTo(full);

        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "team-a");
        Connection own = new Connection("own", "contoso", "token", "client");
        own.setJobs("team-a");
        Connection others = new Connection("others", "contoso", "token", "client");
        others.setJobs("team-b");
        Administrator.saves(own, others);
        HtmlPage page = jenkins.createWebClient().getPage(job, "pipeline-syntax");
        HtmlOption step = page.getFirstByXPath("//option[starts-with(normalize-space(.), 'aikidoConnect:')]");
        step.setSelected(true);
        page.getWebClient().waitForBackgroundJavaScript(10_000);
        HtmlSelect connections = page.getFirstByXPath("//select[@name='_.connection']");
        assertThat(connections.getOptions())
                .extracting(HtmlOption::getValueAttribute)
                .containsExactly("", "own");
        connections.getOptionByValue("own").setSelected(true);
        page.<HtmlButton>getHtmlElementById("generatePipelineScript").click();
        page.getWebClient().waitForBackgroundJavaScript(10_000);

        assertThat(page.<HtmlTextArea>getHtmlElementById("prototypeText").getText())
                .isEqualTo("aikidoConnect connection: 'own'");
    }

    @Test
    void aFreestyleJobReadsBackWhatWasSaved(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(new AikidoConnectStep()));
        job.getBuildersList().add(new AikidoConnectBuilder(full()));

        FreeStyleProject read = jenkins.configRoundtrip(job);

        assertThat(read.getBuildersList().getAll(AikidoConnectBuilder.class))
                .extracting(AikidoConnectBuilder::getStep)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new AikidoConnectStep(), full());
    }

    @Test
    void aJobsFileThatLacksElementsLoads(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = (FreeStyleProject) jenkins.jenkins.createProjectFromXML(
                "job", new ByteArrayInputStream("""
                <project>
                  <builders>
                    <io.jenkins.plugins.aikido.step.AikidoConnectBuilder/>
                    <io.jenkins.plugins.aikido.step.AikidoConnectBuilder>
                      <step><project>Shop Front</project><retired>1</retired></step>
                    </io.jenkins.plugins.aikido.step.AikidoConnectBuilder>
                  </builders>
                </project>
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(job.getBuildersList().getAll(AikidoConnectBuilder.class))
                .extracting(builder ->
                        builder.getStep().getGoal() + " " + builder.getStep().getProject())
                .containsExactly("connect null", "connect Shop Front");
        assertThat(job.getBuildersList().get(0))
                .extracting("step.failOnProblem")
                .isEqualTo(true);
    }

    private static AikidoConnectStep full() {
        AikidoConnectStep step = new AikidoConnectStep();
        step.setGoal("status");
        step.setConnection("it's \"me\"");
        step.setProject("Shop Front");
        step.setIncludes("shop-*");
        step.setExcludes("*-archive, <b>");
        step.setDryRun(true);
        step.setPrune(true);
        step.setPruneLimit(100);
        step.setScan(true);
        step.setSyncTimeout(0);
        step.setReactivate(true);
        step.setMaxMinutes(50);
        step.setMaxScanAge(7);
        step.setVerify(false);
        step.setFailOnDrift(true);
        step.setFailOnProblem(false);
        RepositoryRule rule = new RepositoryRule();
        rule.setRepositories("pay-*");
        rule.setSensitivity("extreme");
        rule.setDevDependencies("false");
        step.setSettings(List.of(rule));
        return step;
    }
}
