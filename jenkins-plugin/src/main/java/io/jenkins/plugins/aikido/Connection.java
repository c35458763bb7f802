package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;


import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * One Azure DevOps organization and one Aikido workspace, and who may use them. Holds the ids of credentials and never
 * what they are.
 */
public final class Connection implements Describable<Connection> {

    static final int CALLS_PER_MINUTE = 20;

    private final String name;
    private final String organization;
    private final String tokenCredentialsId;
    private final String clientCredentialsId;
    private String region = Region.EU.toString();
    private String azureUrl;
    private String aikidoUrl;
    private int callsPerMinute = CALLS_PER_MINUTE;
    private String handover = Handover.AUTO.toString();
    private boolean allowSharedWorkspace;
    private String jobs;
    private String projects;

    /**
     * @param name what jobs call it
     * @param organization the organization's name or URL
     * @param tokenCredentialsId the id of a Secret text: the personal access token
     * @param clientCredentialsId the id of a Username with password: the API client of Aikido
     */
    @DataBoundConstructor
    public Connection(String name, String organization, String tokenCredentialsId, String clientCredentialsId) {
        this.name = Util.fixNull(name).strip();
        this.organization = Util.fixNull(organization).strip();
        this.tokenCredentialsId = Util.fixNull(tokenCredentialsId);
        this.clientCredentialsId = Util.fixNull(clientCredentialsId);
    }

    /** A file of an earlier version lacks what came later, and one that was edited by hand may lack anything. */
    private Object readResolve() {
        Connection complete = new Connection(name, organization, tokenCredentialsId, clientCredentialsId);
        complete.setRegion(region);
        complete.setAzureUrl(azureUrl);
        complete.setAikidoUrl(aikidoUrl);
        complete.setCallsPerMinute(callsPerMinute == 0 ? CALLS_PER_MINUTE : callsPerMinute);
        complete.setHandover(handover);
        complete.setAllowSharedWorkspace(allowSharedWorkspace);
        complete.setJobs(jobs);
        complete.setProjects(projects);
        return complete;
    }

    @NonNull
    public String getName() {
        return name;
    }

    @NonNull
    public String getOrganization() {
        return organization;
    }

    @NonNull
    public String getTokenCredentialsId() {
        return tokenCredentialsId;
    }

    @NonNull
    public String getClientCredentialsId() {
        return clientCredentialsId;
    }

    @NonNull
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(String region) {
        this.region = Util.fixEmptyAndTrim(region) == null ? Region.EU.toString() : region.strip();
    }

    @CheckForNull
    public String getAzureUrl() {
        return azureUrl;
    }

    @DataBoundSetter
    public void setAzureUrl(String azureUrl) {
        this.azureUrl = Util.fixEmptyAndTrim(azureUrl);
    }

    @CheckForNull
    public String getAikidoUrl() {
        return aikidoUrl;
    }

    @DataBoundSetter
    public void setAikidoUrl(String aikidoUrl) {
        this.aikidoUrl = Util.fixEmptyAndTrim(aikidoUrl);
    }

    public int getCallsPerMinute() {
        return callsPerMinute;
    }

    @DataBoundSetter
    public void setCallsPerMinute(int callsPerMinute) {
        this.callsPerMinute = callsPerMinute;
    }

    @NonNull
    public String getHandover() {
        return handover;
    }

    @DataBoundSetter
    public void setHandover(String handover) {
        this.handover = Util.fixEmptyAndTrim(handover) == null ? Handover.AUTO.toString() : handover.strip();
    }

    public boolean isAllowSharedWorkspace() {
        return allowSharedWorkspace;
    }

    @DataBoundSetter
    public void setAllowSharedWorkspace(boolean allowSharedWorkspace) {
        this.allowSharedWorkspace = allowSharedWorkspace;
    }

    /** Patterns on the full names of the jobs that may use it; null for all. */
    @CheckForNull
    public String getJobs() {
        return jobs;
    }

    @DataBoundSetter
    public void setJobs(String jobs) {
        this.jobs = Util.fixEmptyAndTrim(jobs);
    }

    /** Globs on the names of the projects that it may be used for; null for all. */
    @CheckForNull
    public String getProjects() {
        return projects;
    }

    @DataBoundSetter
    public void setProjects(String projects) {
        this.projects = Util.fixEmptyAndTrim(projects);
    }

    /** Returns what it may be used for. */
    Permit permit() {
        return new Permit(jobs, projects);
    }

    /** What one field of the page is about, its validation, its choices, and the button that tries it all. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<Connection> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.Connection_displayName();
        }

        public int defaultCallsPerMinute() {
            return CALLS_PER_MINUTE;
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
        public FormValidation doCheckName(@QueryParameter String value) {
            return Fields.required(value, Messages.Connection_nameMissing());
        }

        @POST
        public FormValidation doCheckOrganization(@QueryParameter String value, @QueryParameter String azureUrl) {
            return Fields.organization(value, azureUrl);
        }

        @POST
        public FormValidation doCheckTokenCredentialsId(@QueryParameter String value) {
            return Fields.credential(value, Messages.Connection_tokenMissing(), StoredSecrets::token);
        }

        @POST
        public FormValidation doCheckClientCredentialsId(@QueryParameter String value) {
            return Fields.credential(value, Messages.Connection_clientMissing(), StoredSecrets::client);
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
                @QueryParameter boolean recordTrace) {
            Jenkins.get().checkPermission(Jenkins.ADMINISTER);
            Connection tried = new Connection(name, organization, tokenCredentialsId, clientCredentialsId);
            tried.setRegion(region);
            tried.setAzureUrl(azureUrl);
            tried.setAikidoUrl(aikidoUrl);
            tried.setCallsPerMinute(Fields.number(callsPerMinute));
            return TestResult.of(tried, recordTrace);
        }
    }
}
