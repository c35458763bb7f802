package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ProxyConfiguration;
import hudson.model.Result;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ProxyTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void goesThroughJenkinssProxyAndAuthenticatesToIt(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "p:äss word")) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "p:äss word", null));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).hasSameSizeAs(services.exchanges());
            assertThat(services.exchanges()).allSatisfy(exchange -> assertThat(exchange.requestHeaders())
                    .doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void goesThroughAProxyWithoutAPassword(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connect(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start(null, null)) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), null, null, null));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).hasSameSizeAs(services.exchanges());
        }
    }

    @Test
    void leavesOutTheHostsThatNeedNoProxy(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "secret", "127.0.0.1"));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).isEmpty();
        }
    }

    @Test
    void saysThatTheProxyRefusesItsPassword(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "wrong-password", null));

            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, check(jenkins));

            jenkins.assertLogContains(
                    "the proxy 127.0.0.1:" + proxy.port()
                            + " of Manage Jenkins, System does not accept the username and password",
                    build);
            jenkins.assertLogNotContains("wrong-password", build);
        }
    }

    @Test
    void saysWhatJavaNeedsToAuthenticateForHttps(JenkinsRule jenkins) throws Exception {
        Administrator.addsCredentials();
        Administrator.saves(Administrator.connection("contoso", "https://azure.example", "https://aikido.example"));
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "secret", null));

            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, check(jenkins));

            jenkins.assertLogContains("for https start Jenkins with -Djdk.http.auth.tunneling.disabledSchemes=", build);
        }
    }

    private static WorkflowJob check(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect goal: 'check', project: 'Shop Front'", true));
        return job;
    }
}
