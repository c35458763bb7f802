package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.RepositorySettingsBuilder;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.location.Glob;
import io.jenkins.plugins.aikido.Messages;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** What Aikido should know about the repositories that a pattern matches: one block of a connection or of a step. */
public final class RepositoryRule implements Describable<RepositoryRule>, Serializable {

    private static final long serialVersionUID = 1;

    private String repositories;
    private String sensitivity;
    private String connectivity;
    private String labels;
    private String team;
    private String excludePaths;
    private String devDependencies;

    /** Creates a block without settings. */
    @DataBoundConstructor
    public RepositoryRule() {
        // Setters add the values.
    }

    /** Returns globs on names of repositories; null for all. */
    @CheckForNull
    public String getRepositories() {
        return repositories;
    }

    @DataBoundSetter
    public void setRepositories(String repositories) {
        this.repositories = Util.fixEmptyAndTrim(repositories);
    }

    @CheckForNull
    public String getSensitivity() {
        return sensitivity;
    }

    @DataBoundSetter
    public void setSensitivity(String sensitivity) {
        this.sensitivity = Util.fixEmptyAndTrim(sensitivity);
    }

    @CheckForNull
    public String getConnectivity() {
        return connectivity;
    }

    @DataBoundSetter
    public void setConnectivity(String connectivity) {
        this.connectivity = Util.fixEmptyAndTrim(connectivity);
    }

    /** Returns the labels to add, separated by commas. */
    @CheckForNull
    public String getLabels() {
        return labels;
    }

    @DataBoundSetter
    public void setLabels(String labels) {
        this.labels = Util.fixEmptyAndTrim(labels);
    }

    @CheckForNull
    public String getTeam() {
        return team;
    }

    @DataBoundSetter
    public void setTeam(String team) {
        this.team = Util.fixEmptyAndTrim(team);
    }

    /** Returns the paths to exclude, separated by commas. */
    @CheckForNull
    public String getExcludePaths() {
        return excludePaths;
    }

    @DataBoundSetter
    public void setExcludePaths(String excludePaths) {
        this.excludePaths = Util.fixEmptyAndTrim(excludePaths);
    }

    /** Returns {@code true}, {@code false}, or null to leave the value. */
    @CheckForNull
    public String getDevDependencies() {
        return devDependencies;
    }

    @DataBoundSetter
    public void setDevDependencies(String devDependencies) {
        this.devDependencies = Util.fixEmptyAndTrim(devDependencies);
    }

    /** Returns what is wrong with the values, with the valid ones. */
    public Optional<String> mistake() {
        return Stream.of(
                        word("sensitivity", sensitivity, Sensitivity.values()),
                        word("connectivity", connectivity, Connectivity.values()),
                        word("devDependencies", devDependencies, new Boolean[] {true, false}),
                        glob())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> word(String name, @CheckForNull String value, Object[] valid) {
        List<String> words = Arrays.stream(valid).map(Object::toString).toList();
        return value == null || words.stream().anyMatch(value::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of(Messages.RepositoryRule_wordWrong(name, String.join(", ", words)));
    }

    private Optional<String> glob() {
        for (String glob : UsagePolicy.split(repositories)) {
            try {
                Glob.parse(glob);
            } catch (IllegalArgumentException e) {
                return Optional.of(Messages.Fields_glob(glob, e.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Returns the settings of a block without a mistake. */
    @NonNull
    public RepositorySettings settings() {
        RepositorySettingsBuilder settings = RepositorySettingsBuilder.builder()
                .repositories(UsagePolicy.split(repositories))
                .labels(UsagePolicy.split(labels))
                .team(team)
                .excludePaths(UsagePolicy.split(excludePaths));
        if (sensitivity != null) {
            settings.sensitivity(Sensitivity.of(sensitivity).orElse(null));
        }
        if (connectivity != null) {
            settings.connectivity(Connectivity.of(connectivity).orElse(null));
        }
        if (devDependencies != null) {
            settings.devDependencies(Boolean.valueOf(devDependencies));
        }
        return settings.build();
    }

    /** Returns the settings of blocks without mistakes. */
    public static List<RepositorySettings> settings(List<RepositoryRule> rules) {
        return rules.stream().map(RepositoryRule::settings).toList();
    }

    /** The form of a block. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<RepositoryRule> {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.RepositoryRule_displayName();
        }

        @POST
        public ListBoxModel doFillSensitivityItems() {
            return unchangedOr(Sensitivity.values());
        }

        @POST
        public ListBoxModel doFillConnectivityItems() {
            return unchangedOr(Connectivity.values());
        }

        @POST
        public ListBoxModel doFillDevDependenciesItems() {
            return unchangedOr(new Boolean[] {true, false});
        }

        private static ListBoxModel unchangedOr(Object[] values) {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.RepositoryRule_unchanged(), "");
            Arrays.stream(values).map(Object::toString).forEach(items::add);
            return items;
        }
    }
}
