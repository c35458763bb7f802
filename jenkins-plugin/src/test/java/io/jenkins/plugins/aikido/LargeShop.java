package io.jenkins.plugins.aikido;

import hudson.model.FreeStyleProject;
import hudson.model.Run;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.jenkins.plugins.aikido.step.AikidoConnectBuilder;
import io.jenkins.plugins.aikido.step.AikidoConnectStep;
import org.jvnet.hudson.test.JenkinsRule;

/** A dry run of a project, for the tests of other packages. */
public final class LargeShop implements AutoCloseable {

    private final SimulatedServices services;

    private LargeShop(SimulatedServices services) {
        this.services = services;
    }

    /** Starts the services. */
    public static LargeShop start(Scenario scenario) throws Exception {
        return new LargeShop(SimulatedServices.start(scenario));
    }

    /** Runs the step without changing anything, with a limit that has nothing wait. */
    public Run<?, ?> connectsIn(JenkinsRule jenkins) throws Exception {
        Administrator.connects(services, connection -> connection.setCallsPerMinute(1_000));
        AikidoConnectStep step = new AikidoConnectStep();
        step.setProject("Shop Front");
        step.setDryRun(true);
        FreeStyleProject job = jenkins.createFreeStyleProject();
        job.getBuildersList().add(new AikidoConnectBuilder(step));
        return jenkins.buildAndAssertSuccess(job);
    }

    @Override
    public void close() throws Exception {
        services.close();
    }
}
