package io.jenkins.plugins.aikido.step;

import hudson.Util;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Setting;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.Fields;
import io.jenkins.plugins.aikido.connection.ProjectNames;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of the step in the snippet generator and in freestyle jobs: defaults, choices and validation. */
@Restricted(NoExternalUse.class)
public abstract class StepForm extends StepDescriptor {

    public int defaultPruneLimit() {
        return AikidoConnectStep.PRUNE_LIMIT;
    }

    public int defaultSyncTimeout() {
        return AikidoConnectStep.SYNC_TIMEOUT;
    }

    @POST
    public ListBoxModel doFillGoalItems() {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.AikidoConnectStep_goalConnect(), Goal.CONNECT.toString());
        items.add(Messages.AikidoConnectStep_goalCheck(), Goal.CHECK.toString());
        items.add(Messages.AikidoConnectStep_goalStatus(), Goal.STATUS.toString());
        return items;
    }

    /** Lists the connections that the job may use. */
    @POST
    public ListBoxModel doFillConnectionItems(@AncestorInPath Item job, @QueryParameter String connection) {
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.AikidoConnectStep_connectionOnly(), "");
        if (job != null && Fields.mayConfigure(job)) {
            Connections.permitted(job)
                    .forEach(each -> items.add(each.connection().getName()));
        }
        boolean listed = items.stream().anyMatch(item -> item.value.equals(Util.fixNull(connection)));
        if (!listed) {
            items.add(connection);
        }
        return items;
    }

    /** Lists the projects of the organization that the connection permits. */
    @POST
    public ComboBoxModel doFillProjectItems(@AncestorInPath Item job, @QueryParameter String connection) {
        // A user who may not configure the job must not cause Jenkins to send a token.
        if (job == null || !Fields.mayConfigure(job)) {
            return new ComboBoxModel();
        }
        return new ComboBoxModel(ProjectNames.of(job, Util.fixEmptyAndTrim(connection)));
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
        return Fields.number(Fields.mayConfigure(job), Setting.PRUNE_LIMIT, value);
    }

    @POST
    public FormValidation doCheckSyncTimeout(@AncestorInPath Item job, @QueryParameter String value) {
        return Fields.number(Fields.mayConfigure(job), Setting.SYNC_TIMEOUT, value);
    }

    @POST
    public FormValidation doCheckMaxMinutes(@AncestorInPath Item job, @QueryParameter String value) {
        return Fields.number(Fields.mayConfigure(job), Setting.MAX_DURATION, value);
    }

    @POST
    public FormValidation doCheckMaxScanAge(@AncestorInPath Item job, @QueryParameter String value) {
        return Fields.number(Fields.mayConfigure(job), Setting.MAX_SCAN_AGE, value);
    }
}
