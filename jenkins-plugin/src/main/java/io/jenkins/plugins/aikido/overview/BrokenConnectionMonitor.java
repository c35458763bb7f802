package io.jenkins.plugins.aikido.overview;

import hudson.Extension;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.StoredCheck;
import java.util.stream.Stream;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Warns of workspaces whose connection to Azure DevOps was broken in the last run. */
@Extension
@Symbol("aikidoConnection")
@Restricted(NoExternalUse.class)
public final class BrokenConnectionMonitor extends ConnectionMonitor {

    /** Creates the monitor. */
    public BrokenConnectionMonitor() {
        super("aikido-connection");
    }

    @Override
    public String getDisplayName() {
        return Messages.BrokenConnectionMonitor_displayName();
    }

    @Override
    Stream<Finding> find(OwnedConnection owned, ConnectionState state) {
        StoredCheck check = state.check("aikido.connection");
        return check != null && check.isBrokenConnection()
                ? Stream.of(new Finding(owned, check.getId(), check.getMessage(), check.getFix()))
                : Stream.empty();
    }
}
