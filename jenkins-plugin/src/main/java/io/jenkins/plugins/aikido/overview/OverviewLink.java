package io.jenkins.plugins.aikido.overview;

import hudson.Extension;
import hudson.model.RootAction;
import io.jenkins.plugins.aikido.Messages;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A link to the overview on the dashboard, for users who may see it and who cannot open Manage Jenkins. */
@Extension
@Restricted(NoExternalUse.class)
public final class OverviewLink implements RootAction {

    @Override
    public String getIconFileName() {
        Jenkins jenkins = Jenkins.get();
        return jenkins.hasPermission(AikidoOverview.VIEW)
                        && !jenkins.hasAnyPermission(Jenkins.MANAGE, Jenkins.SYSTEM_READ)
                ? "symbol-aikido plugin-aikido-connect"
                : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.AikidoConfiguration_displayName();
    }

    @Override
    public String getUrlName() {
        return "/" + AikidoOverview.URL;
    }
}
