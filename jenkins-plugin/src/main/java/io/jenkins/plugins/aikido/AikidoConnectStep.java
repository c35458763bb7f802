package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.Goal;


import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code aikidoConnect}: registers the repositories of an Azure DevOps project in Aikido. */
public final class AikidoConnectStep extends Step implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int PRUNE_LIMIT = 20;
    private static final int SYNC_TIMEOUT = 300;
    private static final int LONGEST_TIMEOUT = 86_400;

    private String goal = Goal.CONNECT.toString();
    private String connection;
    private String project;
    private String includes;
    private String excludes;
    private boolean dryRun;
    private boolean prune;
    private Integer pruneLimit = PRUNE_LIMIT;
    private boolean scan;
    private Integer syncTimeout = SYNC_TIMEOUT;
    private boolean failOnDrift;
    private Boolean failOnProblem = true;

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

    @Override
    public StepExecution start(StepContext context) {
        return new AikidoConnectExecution(context, this);
    }

    /** The form, for the snippet generator and the freestyle step alike. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {

        @Override
        public String getFunctionName() {
            return "aikidoConnect";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AikidoConnectStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        public int defaultPruneLimit() {
            return PRUNE_LIMIT;
        }

        public int defaultSyncTimeout() {
            return SYNC_TIMEOUT;
        }

        @POST
        public ListBoxModel doFillGoalItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.AikidoConnectStep_goalConnect(), Goal.CONNECT.toString());
            items.add(Messages.AikidoConnectStep_goalCheck(), Goal.CHECK.toString());
            items.add(Messages.AikidoConnectStep_goalStatus(), Goal.STATUS.toString());
            return items;
        }

        /** The connections that the job may use. */
        @POST
        public ListBoxModel doFillConnectionItems(@AncestorInPath Item job, @QueryParameter String connection) {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.AikidoConnectStep_connectionOnly(), "");
            if (job != null && Fields.mayConfigure(job)) {
                Connections.permitted(job.getFullName()).forEach(each -> items.add(each.getName()));
            }
            boolean listed = items.stream().anyMatch(item -> item.value.equals(Util.fixNull(connection)));
            if (!listed) {
                items.add(connection);
            }
            return items;
        }

        /** The projects of the organization, as far as the connection may be used for them. */
        @POST
        public ComboBoxModel doFillProjectItems(@AncestorInPath Item job, @QueryParameter String connection) {
            // Who may not configure the job must not make Jenkins send a token anywhere.
            if (job == null || !Fields.mayConfigure(job)) {
                return new ComboBoxModel();
            }
            return new ComboBoxModel(ProjectNames.of(job.getFullName(), Util.fixEmptyAndTrim(connection)));
        }

        @POST
        public FormValidation doCheckIncludes(@AncestorInPath Item job, @QueryParameter String value) {
            return Fields.mayConfigure(job) ? Fields.globs(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckExcludes(@AncestorInPath Item job, @QueryParameter String value) {
            return Fields.mayConfigure(job) ? Fields.globs(value) : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckPruneLimit(@AncestorInPath Item job, @QueryParameter String value) {
            return Fields.mayConfigure(job)
                    ? FormValidation.validateIntegerInRange(value, 0, 100)
                    : FormValidation.ok();
        }

        @POST
        public FormValidation doCheckSyncTimeout(@AncestorInPath Item job, @QueryParameter String value) {
            return Fields.mayConfigure(job)
                    ? FormValidation.validateIntegerInRange(value, 0, LONGEST_TIMEOUT)
                    : FormValidation.ok();
        }
    }
}
