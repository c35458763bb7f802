package io.jenkins.plugins.aikido.scm;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.github.aikidoconnect.location.AzureLocation;
import java.util.List;

/** Says where in Azure DevOps the source code of a build is. One for each kind of SCM; other plugins may add theirs. */
public interface JobLocations extends ExtensionPoint {

    /** Returns the places, the surest first; empty where there is none. Nothing is called over the network. */
    List<AzureLocation> find(Run<?, ?> run);

    /** Returns what all of them find. */
    static List<AzureLocation> of(Run<?, ?> run) {
        return ExtensionList.lookup(JobLocations.class).stream()
                .flatMap(each -> each.find(run).stream())
                .toList();
    }
}
