package io.jenkins.plugins.aikido.overview;

import hudson.Extension;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.state.StoredProject;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Warns of projects of which Aikido monitors a smaller share than before. */
@Extension
@Symbol("aikidoCoverage")
@Restricted(NoExternalUse.class)
public final class CoverageMonitor extends ConnectionMonitor {

    /** Creates the monitor. */
    public CoverageMonitor() {
        super("aikido-coverage");
    }

    @Override
    public String getDisplayName() {
        return Messages.CoverageMonitor_displayName();
    }

    @Override
    Stream<Finding> find(OwnedConnection owned, ConnectionState state) {
        return state.getProjects().stream()
                .filter(StoredProject::hasFallen)
                .map(project -> new Finding(
                        owned,
                        "coverage:" + project.getName(),
                        Messages.CoverageMonitor_fell(
                                project.getName(),
                                project.getMonitored(),
                                project.getTotal(),
                                project.getFormerMonitored(),
                                project.getFormerTotal()),
                        Messages.CoverageMonitor_fix()));
    }

    /** Takes the present coverage as the one to compare with, so that a further fall is shown. */
    @Override
    void dismiss(Finding finding) {
        ConnectionStates.get().acceptCoverage(finding.owned());
    }
}
