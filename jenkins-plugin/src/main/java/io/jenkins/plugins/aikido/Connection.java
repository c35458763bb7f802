package io.jenkins.plugins.aikido;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

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
    private boolean allowPrune;
    private Integer pruneLimit = AikidoConnectStep.PRUNE_LIMIT;
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
        complete.setAllowPrune(allowPrune);
        complete.setPruneLimit(pruneLimit == null ? AikidoConnectStep.PRUNE_LIMIT : pruneLimit);
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

    /** Whether jobs may prune, which stops the monitoring of repositories. */
    public boolean isAllowPrune() {
        return allowPrune;
    }

    @DataBoundSetter
    public void setAllowPrune(boolean allowPrune) {
        this.allowPrune = allowPrune;
    }

    /** The highest limit of a step that prunes, in percent. */
    public int getPruneLimit() {
        return pruneLimit;
    }

    @DataBoundSetter
    public void setPruneLimit(int pruneLimit) {
        this.pruneLimit = pruneLimit;
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
    UsagePolicy policy() {
        return new UsagePolicy(jobs, projects);
    }

    /** What the page calls it. */
    @Extension
    public static final class DescriptorImpl extends ConnectionForm {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.Connection_displayName();
        }
    }
}
