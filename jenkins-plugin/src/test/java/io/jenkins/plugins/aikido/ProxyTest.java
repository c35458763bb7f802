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

    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void goesThroughJenkinssProxyAndAuthenticatesToIt(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connectWithTls(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "p:äss word")) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "p:äss word", null));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).isNotEmpty().allMatch(call -> call.startsWith("CONNECT 127.0.0.1:"));
            assertThat(services.exchanges())
                    .isNotEmpty()
                    .allSatisfy(
                            exchange -> assertThat(exchange.requestHeaders()).doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void goesThroughAProxyWithoutAPassword(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connectWithTls(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start(null, null)) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), null, null, null));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).isNotEmpty().allMatch(call -> call.startsWith("CONNECT 127.0.0.1:"));
            assertThat(services.exchanges()).isNotEmpty();
        }
    }

    @Test
    void leavesOutTheHostsThatNeedNoProxy(JenkinsRule jenkins) throws Exception {
        simulated.connectWithTls(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "secret", "127.0.0.1"));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).isEmpty();
        }
    }

    @Test
    void leavesOutThisMachineOverPlainHttpWhichAProxyCouldRead(JenkinsRule jenkins) throws Exception {
        simulated.connect(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "secret", null));

            jenkins.buildAndAssertSuccess(check(jenkins));

            assertThat(proxy.carried()).isEmpty();
            assertThat(proxy.logins()).isZero();
        }
    }

    @Test
    void saysThatTheProxyRefusesItsPasswordAndSendsItOnce(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.connectWithTls(Scenario.shop());
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "wrong-password", null));

            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, check(jenkins));

            jenkins.assertLogContains(
                    "the proxy 127.0.0.1:" + proxy.port()
                            + " of Manage Jenkins, System rejected its username and password",
                    build);
            jenkins.assertLogNotContains("disabledSchemes", build);
            jenkins.assertLogNotContains("wrong-password", build);
            assertThat(proxy.logins()).isOne();
            assertThat(services.exchanges()).isEmpty();
        }
    }

    @Test
    void saysWhatJavaNeedsToAuthenticateForHttps(JenkinsRule jenkins) throws Exception {
        simulated.connectWithTls(Scenario.shop());
        // The tests' own Java has been told; that of most Jenkinses has not.
        String told = System.clearProperty(DISABLED_SCHEMES);
        try (ForwardProxy proxy = ForwardProxy.start("jenkins", "secret")) {
            jenkins.jenkins.setProxy(
                    new ProxyConfiguration("127.0.0.1", proxy.port(), "jenkins", "wrong-password", null));

            WorkflowRun build = jenkins.buildAndAssertStatus(Result.FAILURE, check(jenkins));

            jenkins.assertLogContains("Start Jenkins with -Djdk.http.auth.tunneling.disabledSchemes=", build);
        } finally {
            System.setProperty(DISABLED_SCHEMES, told);
        }
    }

    private static WorkflowJob check(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition("aikidoConnect goal: 'check', project: 'Shop Front'", true));
        return job;
    }
}
