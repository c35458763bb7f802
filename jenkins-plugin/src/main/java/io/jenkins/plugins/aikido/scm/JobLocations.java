package io.jenkins.plugins.aikido.scm;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import io.github.aikidoconnect.location.AzureLocation;
import java.util.List;

/** Finds the location of a build's source code in Azure DevOps for a kind of SCM. Other plugins can add implementations. */
public interface JobLocations extends ExtensionPoint {

    /** Returns the locations, the most reliable one first. An implementation must not use the network. */
    List<AzureLocation> find(Run<?, ?> run);

    /** Returns the locations that all implementations find. */
    static List<AzureLocation> of(Run<?, ?> run) {
        return ExtensionList.lookup(JobLocations.class).stream()
                .flatMap(each -> each.find(run).stream())
                .toList();
    }
}
