package io.jenkins.plugins.aikido.scm;

import hudson.model.Job;
import hudson.model.Run;
import hudson.plugins.git.GitSCM;
import hudson.plugins.git.UserRemoteConfig;
import hudson.plugins.git.util.BuildData;
import hudson.scm.SCM;
import io.github.aikidoconnect.location.AzureLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMSource;
import jenkins.triggers.SCMTriggerItem;
import org.jenkinsci.plugins.variant.OptionalExtension;

/** Reads the remotes of the Git plugin: those of the branch source, of the job's SCM and of the checkouts of the build. */
@OptionalExtension(requirePlugins = "git")
public final class GitLocations implements JobLocations {

    @Override
    public List<AzureLocation> find(Run<?, ?> run) {
        Set<String> urls = new LinkedHashSet<>();
        Job<?, ?> job = run.getParent();
        if (SCMSource.SourceByItem.findSource(job) instanceof AbstractGitSCMSource source) {
            urls.add(source.getRemote());
        }
        SCMTriggerItem item = SCMTriggerItem.SCMTriggerItems.asSCMTriggerItem(job);
        if (item != null) {
            for (SCM scm : item.getSCMs()) {
                if (scm instanceof GitSCM git) {
                    git.getUserRemoteConfigs().stream()
                            .map(UserRemoteConfig::getUrl)
                            .filter(Objects::nonNull)
                            .forEach(urls::add);
                }
            }
        }
        run.getActions(BuildData.class).forEach(data -> urls.addAll(data.getRemoteUrls()));
        return urls.stream()
                .flatMap(url -> AzureLocation.ofRemoteUrl(url).stream())
                .toList();
    }
}
