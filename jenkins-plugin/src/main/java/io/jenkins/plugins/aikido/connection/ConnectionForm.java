package io.jenkins.plugins.aikido.connection;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SignInMethod;
import io.jenkins.plugins.aikido.Messages;
import java.util.Collections;
import net.sf.json.JSONObject;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** The form of a connection: defaults, choices, validation, and the button that tests the connection. */
@Restricted(NoExternalUse.class)
public abstract class ConnectionForm extends Descriptor<Connection> {

    public int defaultCallsPerMinute() {
        return Connection.CALLS_PER_MINUTE;
    }

    public int defaultPruneLimit() {
        return Connection.PRUNE_LIMIT;
    }

    /** For the view: whether the form belongs to a folder, whose connections need no list of jobs. */
    public boolean isOfFolder(Object ancestor) {
        return ancestor instanceof Item item && FormPlace.of(item).isFolder();
    }

    /** Identities of the controller are offered to its administrators only. */
    @POST
    public ListBoxModel doFillSignInItems(@AncestorInPath Item item) {
        FormPlace place = FormPlace.of(item);
        place.checkRead();
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Connection_signInPat(), SignInMethod.PAT.toString());
        items.add(Messages.Connection_signInPrincipal(), SignInMethod.SERVICE_PRINCIPAL.toString());
        if (!place.isFolder()) {
            items.add(Messages.Connection_signInWorkload(), SignInMethod.WORKLOAD_IDENTITY.toString());
            items.add(Messages.Connection_signInManaged(), SignInMethod.MANAGED_IDENTITY.toString());
        }
        return items;
    }

    @POST
    public ListBoxModel doFillRegionItems(@AncestorInPath Item item) {
        // Not only administrators: users who may read the page see its lists, too.
        FormPlace.of(item).checkRead();
        ListBoxModel items = new ListBoxModel();
        for (Region region : Region.values()) {
            items.add(region + " (" + region.url().getHost() + ")", region.toString());
        }
        return items;
    }

    @POST
    public ListBoxModel doFillHandoverItems(@AncestorInPath Item item) {
        FormPlace.of(item).checkRead();
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Connection_handoverAuto(), Handover.AUTO.toString());
        items.add(Messages.Connection_handoverAlways(), Handover.ALWAYS.toString());
        items.add(Messages.Connection_handoverNever(), Handover.NEVER.toString());
        return items;
    }

    @POST
    public ListBoxModel doFillKeepConnectedItems(@AncestorInPath Item item) {
        FormPlace.of(item).checkRead();
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.Connection_keepOff(), KeepConnected.OFF.toString());
        items.add(Messages.Connection_keepNightly(), KeepConnected.NIGHTLY.toString());
        items.add(Messages.Connection_keepHourly(), KeepConnected.HOURLY.toString());
        return items;
    }

    @POST
    public ListBoxModel doFillKeepGoalItems(@AncestorInPath Item item) {
        FormPlace.of(item).checkRead();
        ListBoxModel items = new ListBoxModel();
        items.add(Messages.AikidoConnectStep_goalConnect(), "connect");
        items.add(Messages.AikidoConnectStep_goalStatus(), "status");
        return items;
    }

    @POST
    public ListBoxModel doFillTokenCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String tokenCredentialsId) {
        return credentials(FormPlace.of(item), tokenCredentialsId, StringCredentials.class);
    }

    @POST
    public ListBoxModel doFillClientCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String clientCredentialsId) {
        return credentials(FormPlace.of(item), clientCredentialsId, StandardUsernamePasswordCredentials.class);
    }

    @POST
    public ListBoxModel doFillPrincipalCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String principalCredentialsId) {
        return credentials(FormPlace.of(item), principalCredentialsId, StandardUsernamePasswordCredentials.class);
    }

    private static ListBoxModel credentials(
            FormPlace place, String current, Class<? extends StandardCredentials> type) {
        StandardListBoxModel items = new StandardListBoxModel();
        if (!place.mayConfigure()) {
            return items.includeCurrentValue(current);
        }
        return items.includeEmptyValue()
                .includeAs(ACL.SYSTEM2, place.owner(), type, Collections.emptyList())
                .includeCurrentValue(current);
    }

    @POST
    public FormValidation doCheckName(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String organization,
            @QueryParameter String tokenCredentialsId,
            @QueryParameter String clientCredentialsId) {
        return Fields.isUntouched(value, organization, tokenCredentialsId, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.name(FormPlace.of(item), value);
    }

    @POST
    public FormValidation doCheckOrganization(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String azureUrl,
            @QueryParameter String name,
            @QueryParameter String tokenCredentialsId,
            @QueryParameter String clientCredentialsId) {
        return Fields.isUntouched(value, name, tokenCredentialsId, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.organization(FormPlace.of(item), value, azureUrl);
    }

    @POST
    public FormValidation doCheckTokenCredentialsId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String name,
            @QueryParameter String organization,
            @QueryParameter String clientCredentialsId,
            @QueryParameter String signIn) {
        boolean needed = Util.fixNull(signIn).isEmpty() || signIn.equals(SignInMethod.PAT.toString());
        return !needed || Fields.isUntouched(value, name, organization, clientCredentialsId)
                ? FormValidation.ok()
                : Fields.credential(
                        FormPlace.of(item), value, Messages.Connection_tokenMissing(), StoredSecrets::token);
    }

    @POST
    public FormValidation doCheckClientCredentialsId(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String name,
            @QueryParameter String organization,
            @QueryParameter String tokenCredentialsId) {
        return Fields.isUntouched(value, name, organization, tokenCredentialsId)
                ? FormValidation.ok()
                : Fields.credential(
                        FormPlace.of(item), value, Messages.Connection_clientMissing(), StoredSecrets::client);
    }

    @POST
    public FormValidation doCheckAzureUrl(@AncestorInPath Item item, @QueryParameter String value) {
        return Fields.url(FormPlace.of(item), value);
    }

    @POST
    public FormValidation doCheckAuthorityHost(@AncestorInPath Item item, @QueryParameter String value) {
        return Fields.url(FormPlace.of(item), value);
    }

    @POST
    public FormValidation doCheckAikidoUrl(@AncestorInPath Item item, @QueryParameter String value) {
        return Fields.url(FormPlace.of(item), value);
    }

    @POST
    public FormValidation doCheckCallsPerMinute(@AncestorInPath Item item, @QueryParameter String value) {
        return Fields.callsPerMinute(FormPlace.of(item), value);
    }

    @POST
    public FormValidation doCheckPruneLimit(@AncestorInPath Item item, @QueryParameter String value) {
        return Fields.number(FormPlace.of(item).mayConfigure(), Setting.PRUNE_LIMIT, value);
    }

    @POST
    public FormValidation doCheckTokenExpires(@AncestorInPath Item item, @QueryParameter String value) {
        return FormPlace.of(item).mayConfigure() ? Fields.date(value) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckJobs(@QueryParameter String value) {
        return Fields.jobs(value);
    }

    @POST
    public FormValidation doCheckProjects(@AncestorInPath Item item, @QueryParameter String value) {
        return FormPlace.of(item).mayConfigure() ? Fields.globs(value) : FormValidation.ok();
    }

    @POST
    public FormValidation doCheckKeepProjects(@AncestorInPath Item item, @QueryParameter String value) {
        return FormPlace.of(item).mayConfigure() ? Fields.globs(value) : FormValidation.ok();
    }

    /**
     * Runs every check with the values of the page, saved or not. The request binds them like a saved form, so that a new field
     * needs no code here.
     */
    @POST
    public HttpResponse doTestConnection(
            StaplerRequest2 request, @AncestorInPath Item item, @QueryParameter boolean recordTrace) {
        FormPlace place = FormPlace.of(item);
        place.checkConfigure();
        JSONObject form = new JSONObject();
        request.getParameterMap().forEach((name, values) -> form.put(name, values[0]));
        // Jenkins cannot bind other texts to a number; the test reports them as a wrong setting.
        form.put("callsPerMinute", Fields.number(request.getParameter("callsPerMinute")));
        form.remove("pruneLimit");
        form.remove("recordTrace");
        Connection tried = request.bindJSON(Connection.class, form);
        return TestResult.of(new OwnedConnection(tried, place.owner()), recordTrace);
    }
}
