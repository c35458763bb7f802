package io.jenkins.plugins.aikido;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.Setting;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of a connection: its defaults, choices and validation, and the button that tests it all. */
@Restricted(NoExternalUse.class)
public abstract class ConnectionForm extends Descriptor<Connection> {

    public int defaultCallsPerMinute() {
        return Connection.CALLS_PER_MINUTE;
    }

    public int defaultPruneLimit() {
        return AikidoConnectStep.PRUNE_LIMIT;
    }

    @POST
    public ListBoxModel doFillRegionItems() {
        // Not Administer: who may only read the page sees its drop-downs, too.
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        ListBoxModel items = new ListBoxModel();
        for (Region region : Region.values()) {
            items.add(region + " (" + region.url().getHost() + ")", region.toString());
        }
        return items;
    }

    @POST
    public ListBoxModel doFillHandoverItems() {
        Jenkins.get().checkPermission(Jenkins.SYSTEM_READ);
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Connection_handoverAuto(), Handover.AUTO.toString());
        items.add(Messages.Connection_handoverAlways(), Handover.ALWAYS.toString());
        items.add(Messages.Connection_handoverNever(), Handover.NEVER.toString());
        return items;
    }

    @POST
    public ListBoxModel doFillTokenCredentialsIdItems(@QueryParameter String tokenCredentialsId) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return items.includeCurrentValue(tokenCredentialsId);
        }
        return items.includeEmptyValue()
                .includeAs(ACL.SYSTEM2, Jenkins.get(), StringCredentials.class)
                .includeCurrentValue(tokenCredentialsId);
    }

    @POST
    public ListBoxModel doFillClientCredentialsIdItems(@QueryParameter String clientCredentialsId) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return items.includeCurrentValue(clientCredentialsId);
        }
        return items.includeEmptyValue()
                .includeAs(ACL.SYSTEM2, Jenkins.get(), StandardUsernamePasswordCredentials.class)
                .includeCurrentValue(clientCredentialsId);
    }

    @POST
    public FormValidation doCheckName(
            @QueryParameter String value,
            @QueryParameter String organization,
            @QueryParameter String tokenCredentialsId,
            @QueryParameter String clientCredentialsId) {
        return Fields.isUntouched(value, organization, tokenCredentialsId, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.required(value, Messages.Connection_nameMissing());
    }

    @POST
    public FormValidation doCheckOrganization(
            @QueryParameter String value,
            @QueryParameter String azureUrl,
            @QueryParameter String name,
            @QueryParameter String tokenCredentialsId,
            @QueryParameter String clientCredentialsId) {
        return Fields.isUntouched(value, name, tokenCredentialsId, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.organization(value, azureUrl);
    }

    @POST
    public FormValidation doCheckTokenCredentialsId(
            @QueryParameter String value,
            @QueryParameter String name,
            @QueryParameter String organization,
            @QueryParameter String clientCredentialsId) {
        return Fields.isUntouched(value, name, organization, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.credential(value, Messages.Connection_tokenMissing(), StoredSecrets::token);
    }

    @POST
    public FormValidation doCheckClientCredentialsId(
            @QueryParameter String value,
            @QueryParameter String name,
            @QueryParameter String organization,
            @QueryParameter String tokenCredentialsId) {
        return Fields.isUntouched(value, name, organization, tokenCredentialsId)
                ? FormValidation.ok()
                : Fields.credential(value, Messages.Connection_clientMissing(), StoredSecrets::client);
    }

    @POST
    public FormValidation doCheckAzureUrl(@QueryParameter String value) {
        return Fields.url(value);
    }

    @POST
    public FormValidation doCheckAikidoUrl(@QueryParameter String value) {
        return Fields.url(value);
    }

    @POST
    public FormValidation doCheckCallsPerMinute(@QueryParameter String value) {
        return Fields.callsPerMinute(value);
    }

    @POST
    public FormValidation doCheckPruneLimit(@QueryParameter String value) {
        return Fields.number(null, Setting.PRUNE_LIMIT, value);
    }

    @POST
    public FormValidation doCheckJobs(@QueryParameter String value) {
        return Fields.jobs(value);
    }

    @POST
    public FormValidation doCheckProjects(@QueryParameter String value) {
        return Fields.isAdministrator() ? Fields.globs(value) : FormValidation.ok();
    }

    /** Runs every check with the values of the page as they are, saved or not. */
    @POST
    public HttpResponse doTestConnection(
            @QueryParameter String name,
            @QueryParameter String organization,
            @QueryParameter String tokenCredentialsId,
            @QueryParameter String clientCredentialsId,
            @QueryParameter String region,
            @QueryParameter String azureUrl,
            @QueryParameter String aikidoUrl,
            @QueryParameter String callsPerMinute,
            @QueryParameter String handover,
            @QueryParameter boolean recordTrace) {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        Connection tried = new Connection(name, organization, tokenCredentialsId, clientCredentialsId);
        tried.setRegion(region);
        tried.setAzureUrl(azureUrl);
        tried.setAikidoUrl(aikidoUrl);
        tried.setCallsPerMinute(Fields.number(callsPerMinute));
        tried.setHandover(handover);
        return TestResult.of(tried, recordTrace);
    }
}
