package io.jenkins.plugins.aikido.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.github.aikidoconnect.Goal;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.RepositoryRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
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

    public static final int PRUNE_LIMIT = Connection.PRUNE_LIMIT;
    public static final int SYNC_TIMEOUT = 300;

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
    private List<RepositoryRule> settings;
    private StepArguments.Mistake mistake;

    /** Creates a step with defaults. */
    @DataBoundConstructor
    public AikidoConnectStep() {
        // Setters add the parameters.
    }

    /** A job file that was edited by hand or written by an earlier version may lack values that have a default. */
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

    /** Returns whether to activate repositories that Aikido has scanned before and that are switched off now. */
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

    /** Returns how long to wait for the import in Aikido, in seconds. */
    public int getSyncTimeout() {
        return syncTimeout;
    }

    @DataBoundSetter
    public void setSyncTimeout(int syncTimeout) {
        this.syncTimeout = syncTimeout;
    }

    /** Returns the maximum duration of the run in minutes; null for no limit. */
    @CheckForNull
    public Integer getMaxMinutes() {
        return maxMinutes;
    }

    @DataBoundSetter
    public void setMaxMinutes(Integer maxMinutes) {
        this.maxMinutes = maxMinutes;
    }

    /** Returns the maximum age of the last scan of a monitored repository in days; null for any age. */
    @CheckForNull
    public Integer getMaxScanAge() {
        return maxScanAge;
    }

    @DataBoundSetter
    public void setMaxScanAge(Integer maxScanAge) {
        this.maxScanAge = maxScanAge;
    }

    /** Returns whether to read Aikido's list again after writing. */
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

    /** Returns what Aikido should know about repositories, in addition to the connection's settings; later blocks win. */
    @NonNull
    public List<RepositoryRule> getSettings() {
        return settings == null ? List.of() : settings;
    }

    @DataBoundSetter
    public void setSettings(List<RepositoryRule> settings) {
        // Kept in a list that a Pipeline can store.
        this.settings = settings == null || settings.isEmpty() ? null : new ArrayList<>(settings);
    }

    /** Makes every run of the step fail before any call, because its arguments contain a mistake. */
    public AikidoConnectStep refusedFor(StepArguments.Mistake found) {
        mistake = found;
        return this;
    }

    @CheckForNull
    public StepArguments.Mistake mistake() {
        return mistake;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new AikidoConnectExecution(context, this);
    }

    /** Describes the step and creates it from its arguments. */
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
         * Creates the step of a Pipeline. The binding of Jenkins only prints a warning for an unknown parameter, and reads every
         * text except "true" as false, so that a mistyped dry run would be a real run.
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
