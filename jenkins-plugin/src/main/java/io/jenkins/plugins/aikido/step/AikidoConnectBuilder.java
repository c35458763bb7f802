package io.jenkins.plugins.aikido.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.AbortException;
import hudson.Extension;
import hudson.Launcher;
import hudson.model.AbstractBuild;
import hudson.model.AbstractProject;
import hudson.model.BuildListener;
import hudson.model.Result;
import hudson.tasks.BuildStepDescriptor;
import hudson.tasks.Builder;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.Messages;
import java.io.IOException;
import org.kohsuke.stapler.DataBoundConstructor;

/** Wraps the Pipeline step as a build step for freestyle jobs, with the same parameters, form and run. */
public final class AikidoConnectBuilder extends Builder {

    private AikidoConnectStep step;

    /** @param step the step to run */
    @DataBoundConstructor
    public AikidoConnectBuilder(AikidoConnectStep step) {
        this.step = step == null ? new AikidoConnectStep() : step;
    }

    /** A job file that was edited by hand may contain an empty element. */
    private Object readResolve() {
        if (step == null) {
            step = new AikidoConnectStep();
        }
        return this;
    }

    public AikidoConnectStep getStep() {
        return step;
    }

    @Override
    public boolean perform(AbstractBuild<?, ?> build, Launcher launcher, BuildListener listener)
            throws InterruptedException, IOException {
        ConnectReport report = new Registration(step, build, listener).run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (report.isSuccess()) {
            return true;
        }
        if (step.isFailOnProblem()) {
            throw new AbortException(Registration.verdict(report));
        }
        listener.getLogger().println("WARNING: " + Registration.verdict(report));
        build.setResult(Result.UNSTABLE);
        return true;
    }

    /** Offers the build step for every kind of job that has build steps. */
    @Extension
    public static final class DescriptorImpl extends BuildStepDescriptor<Builder> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AikidoConnectStep_displayName();
        }

        @Override
        public boolean isApplicable(Class<? extends AbstractProject> type) {
            return true;
        }
    }
}
