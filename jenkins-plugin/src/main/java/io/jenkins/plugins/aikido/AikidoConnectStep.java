package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.Goal;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code aikidoConnect}: registers the repositories of an Azure DevOps project in Aikido. */
public final class AikidoConnectStep extends Step implements Serializable {

    private static final long serialVersionUID = 1;

    static final int PRUNE_LIMIT = 20;
    static final int SYNC_TIMEOUT = 300;

    private String goal = Goal.CONNECT.toString();
    private String connection;
    private String project;
    private String includes;
    private String excludes;
    private boolean dryRun;
    private boolean prune;
    private Integer pruneLimit = PRUNE_LIMIT;
    private boolean reactivate;
    private boolean scan;
    private Integer syncTimeout = SYNC_TIMEOUT;
    private Integer maxMinutes;
    private Integer maxScanAge;
    private Boolean verify = true;
    private boolean failOnDrift;
    private Boolean failOnProblem = true;
    private StepArguments.Mistake mistake;

    /** Everything has a default or can be found out. */
    @DataBoundConstructor
    public AikidoConnectStep() {
        // The setters follow.
    }

    /** A job's file that was written by hand, by a program or by an earlier version may lack what has a default. */
    private Object readResolve() {
        setGoal(goal);
        if (pruneLimit == null) {
            pruneLimit = PRUNE_LIMIT;
        }
        if (syncTimeout == null) {
            syncTimeout = SYNC_TIMEOUT;
        }
        if (verify == null) {
            verify = true;
        }
        if (failOnProblem == null) {
            failOnProblem = true;
        }
        return this;
    }

    @NonNull
    public String getGoal() {
        return goal;
    }

    @DataBoundSetter
    public void setGoal(String goal) {
        this.goal = Util.fixEmptyAndTrim(goal) == null ? Goal.CONNECT.toString() : goal.strip();
    }

    @CheckForNull
    public String getConnection() {
        return connection;
    }

    @DataBoundSetter
    public void setConnection(String connection) {
        this.connection = Util.fixEmptyAndTrim(connection);
    }

    @CheckForNull
    public String getProject() {
        return project;
    }

    @DataBoundSetter
    public void setProject(String project) {
        this.project = Util.fixEmptyAndTrim(project);
    }

    @CheckForNull
    public String getIncludes() {
        return includes;
    }

    @DataBoundSetter
    public void setIncludes(String includes) {
        this.includes = Util.fixEmptyAndTrim(includes);
    }

    @CheckForNull
    public String getExcludes() {
        return excludes;
    }

    @DataBoundSetter
    public void setExcludes(String excludes) {
        this.excludes = Util.fixEmptyAndTrim(excludes);
    }

    public boolean isDryRun() {
        return dryRun;
    }

    @DataBoundSetter
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isPrune() {
        return prune;
    }

    @DataBoundSetter
    public void setPrune(boolean prune) {
        this.prune = prune;
    }

    public int getPruneLimit() {
        return pruneLimit;
    }

    @DataBoundSetter
    public void setPruneLimit(int pruneLimit) {
        this.pruneLimit = pruneLimit;
    }

    /** Whether to activate repositories that Aikido has scanned before and that are switched off now. */
    public boolean isReactivate() {
        return reactivate;
    }

    @DataBoundSetter
    public void setReactivate(boolean reactivate) {
        this.reactivate = reactivate;
    }

    public boolean isScan() {
        return scan;
    }

    @DataBoundSetter
    public void setScan(boolean scan) {
        this.scan = scan;
    }

    /** How long to wait for Aikido's import, in seconds. */
    public int getSyncTimeout() {
        return syncTimeout;
    }

    @DataBoundSetter
    public void setSyncTimeout(int syncTimeout) {
        this.syncTimeout = syncTimeout;
    }

    /** Returns how many minutes the run may take; null without a limit. */
    @CheckForNull
    public Integer getMaxMinutes() {
        return maxMinutes;
    }

    @DataBoundSetter
    public void setMaxMinutes(Integer maxMinutes) {
        this.maxMinutes = maxMinutes;
    }

    /** Returns how many days old the last scan of a monitored repository may be; null for any age. */
    @CheckForNull
    public Integer getMaxScanAge() {
        return maxScanAge;
    }

    @DataBoundSetter
    public void setMaxScanAge(Integer maxScanAge) {
        this.maxScanAge = maxScanAge;
    }

    /** Whether to read Aikido's list once more after writing. */
    public boolean isVerify() {
        return verify;
    }

    @DataBoundSetter
    public void setVerify(boolean verify) {
        this.verify = verify;
    }

    public boolean isFailOnDrift() {
        return failOnDrift;
    }

    @DataBoundSetter
    public void setFailOnDrift(boolean failOnDrift) {
        this.failOnDrift = failOnDrift;
    }

    public boolean isFailOnProblem() {
        return failOnProblem;
    }

    @DataBoundSetter
    public void setFailOnProblem(boolean failOnProblem) {
        this.failOnProblem = failOnProblem;
    }

    /** Has every run of the step fail with a mistake in its arguments, before anything is done. */
    AikidoConnectStep refusedFor(StepArguments.Mistake found) {
        mistake = found;
        return this;
    }

    @CheckForNull
    StepArguments.Mistake mistake() {
        return mistake;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new AikidoConnectExecution(context, this);
    }

    /** How the step is called, and how its arguments become a step. */
    @Extension
    public static final class DescriptorImpl extends StepForm {

        @Override
        public String getFunctionName() {
            return "aikidoConnect";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AikidoConnectStep_displayName();
        }

        /**
         * Creates the step of a Pipeline. Jenkins's own binding would only print a warning about a parameter that does not exist,
         * and take every text but "true" for false: a mistyped dry run would be a real run.
         */
        @Override
        @SuppressWarnings(
                "deprecation") // Its replacement can only throw, which prints a stack trace and leaves no report.
        public Step newInstance(Map<String, Object> arguments) {
            return StepArguments.of(arguments).step();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
