package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.ConnectReport;


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
import java.io.IOException;
import org.kohsuke.stapler.DataBoundConstructor;

/** The Pipeline step as a build step of a freestyle job: the same parameters, the same form, the same run. */
public final class AikidoConnectBuilder extends Builder {

    private AikidoConnectStep step;

    /** @param step what to do */
    @DataBoundConstructor
    public AikidoConnectBuilder(AikidoConnectStep step) {
        this.step = step == null ? new AikidoConnectStep() : step;
    }

    /** A job's file that was written by hand may hold an empty element. */
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

    /** Offers it for every kind of job that has build steps. */
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
