package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Region;
import io.jenkins.plugins.aikido.Messages;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * An Azure DevOps organization, an Aikido workspace, and the jobs that may use them. Contains the ids of credentials and no
 * secrets.
 */
public final class Connection extends SignInSettings implements Describable<Connection> {

    public static final int CALLS_PER_MINUTE = 20;
    public static final int PRUNE_LIMIT = 20;

    private static final String KEEP_GOAL = "connect";

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
    private Integer pruneLimit = PRUNE_LIMIT;
    private String jobs;
    private String projects;
    private String tokenExpires;
    private String keepConnected = KeepConnected.OFF.toString();
    private String keepGoal = KEEP_GOAL;
    private String keepProjects;
    private List<RepositoryRule> settings;
    private boolean createTeams;
    private boolean allowSettings;

    /**
     * @param name the name that jobs use
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

    /** A file of an earlier version lacks newer fields. A file that was edited by hand may lack any field. */
    private Object readResolve() {
        Connection complete = new Connection(name, organization, tokenCredentialsId, clientCredentialsId);
        complete.copySignIn(this);
        complete.setRegion(region);
        complete.setAzureUrl(azureUrl);
        complete.setAikidoUrl(aikidoUrl);
        complete.setCallsPerMinute(callsPerMinute == 0 ? CALLS_PER_MINUTE : callsPerMinute);
        complete.setHandover(handover);
        complete.setAllowSharedWorkspace(allowSharedWorkspace);
        complete.setAllowPrune(allowPrune);
        complete.setPruneLimit(pruneLimit == null ? PRUNE_LIMIT : pruneLimit);
        complete.setJobs(jobs);
        complete.setProjects(projects);
        complete.setTokenExpires(tokenExpires);
        complete.setKeepConnected(keepConnected);
        complete.setKeepGoal(keepGoal);
        complete.setKeepProjects(keepProjects);
        complete.setSettings(settings);
        complete.setCreateTeams(createTeams);
        complete.setAllowSettings(allowSettings);
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

    /** Returns whether jobs may prune, which stops the monitoring of repositories. */
    public boolean isAllowPrune() {
        return allowPrune;
    }

    @DataBoundSetter
    public void setAllowPrune(boolean allowPrune) {
        this.allowPrune = allowPrune;
    }

    /** Returns the highest percentage that a step may prune. */
    public int getPruneLimit() {
        return pruneLimit;
    }

    @DataBoundSetter
    public void setPruneLimit(int pruneLimit) {
        this.pruneLimit = pruneLimit;
    }

    /** Returns the jobs and folders that may use the connection; null for all. */
    @CheckForNull
    public String getJobs() {
        return jobs;
    }

    @DataBoundSetter
    public void setJobs(String jobs) {
        this.jobs = Util.fixEmptyAndTrim(jobs);
    }

    /** Returns globs on the names of the projects that the connection may be used for; null for all. */
    @CheckForNull
    public String getProjects() {
        return projects;
    }

    @DataBoundSetter
    public void setProjects(String projects) {
        this.projects = Util.fixEmptyAndTrim(projects);
    }

    /** Returns the day on which the token expires, as {@code yyyy-MM-dd}; null if it is not known. */
    @CheckForNull
    public String getTokenExpires() {
        return tokenExpires;
    }

    @DataBoundSetter
    public void setTokenExpires(String tokenExpires) {
        this.tokenExpires = Util.fixEmptyAndTrim(tokenExpires);
    }

    /** Returns how often the controller runs the connection: {@code off}, {@code nightly} or {@code hourly}. */
    @NonNull
    public String getKeepConnected() {
        return keepConnected;
    }

    @DataBoundSetter
    public void setKeepConnected(String keepConnected) {
        this.keepConnected =
                Util.fixEmptyAndTrim(keepConnected) == null ? KeepConnected.OFF.toString() : keepConnected.strip();
    }

    /** Returns what the controller runs: {@code connect} or {@code status}. */
    @NonNull
    public String getKeepGoal() {
        return keepGoal;
    }

    @DataBoundSetter
    public void setKeepGoal(String keepGoal) {
        this.keepGoal = Util.fixEmptyAndTrim(keepGoal) == null ? KEEP_GOAL : keepGoal.strip();
    }

    /** Returns globs on the names of the projects that the controller runs; null for all that the connection permits. */
    @CheckForNull
    public String getKeepProjects() {
        return keepProjects;
    }

    @DataBoundSetter
    public void setKeepProjects(String keepProjects) {
        this.keepProjects = Util.fixEmptyAndTrim(keepProjects);
    }

    /** Returns what Aikido should know about repositories; later blocks win. */
    @NonNull
    public List<RepositoryRule> getSettings() {
        return settings == null ? List.of() : settings;
    }

    @DataBoundSetter
    public void setSettings(List<RepositoryRule> settings) {
        this.settings = settings == null || settings.isEmpty() ? null : List.copyOf(settings);
    }

    public boolean isCreateTeams() {
        return createTeams;
    }

    @DataBoundSetter
    public void setCreateTeams(boolean createTeams) {
        this.createTeams = createTeams;
    }

    /** Returns whether jobs may change settings: excluded paths, for example, are not scanned. */
    public boolean isAllowSettings() {
        return allowSettings;
    }

    @DataBoundSetter
    public void setAllowSettings(boolean allowSettings) {
        this.allowSettings = allowSettings;
    }

    /** Returns which jobs may use the connection, and for which projects. */
    public UsagePolicy policy() {
        return new UsagePolicy(jobs, projects);
    }

    /** The form of a connection. */
    @Extension
    public static final class DescriptorImpl extends ConnectionForm {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.Connection_displayName();
        }
    }
}
