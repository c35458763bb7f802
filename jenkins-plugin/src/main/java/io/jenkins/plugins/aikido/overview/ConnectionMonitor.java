package io.jenkins.plugins.aikido.overview;

import hudson.model.AdministrativeMonitor;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Warns administrators of the states of connections. It reads states from memory, because every page evaluates it. */
@Restricted(NoExternalUse.class)
public abstract class ConnectionMonitor extends AdministrativeMonitor {

    ConnectionMonitor(String id) {
        super(id);
    }

    /** Returns what needs attention in a connection, dismissed or not. */
    abstract Stream<Finding> find(OwnedConnection owned, ConnectionState state);

    /** Notes that a finding needs no attention. */
    void dismiss(Finding finding) {
        ConnectionStates.get().dismiss(finding.owned(), finding.id());
    }

    /** For the view: what needs attention. */
    public final List<Finding> getFindings() {
        return findings().toList();
    }

    private Stream<Finding> findings() {
        return Connections.all().stream().flatMap(owned -> {
            ConnectionState state = ConnectionStates.get().of(owned);
            return find(owned, state).filter(finding -> !state.isDismissed(finding.id()));
        });
    }

    @Override
    public final boolean isActivated() {
        return findings().findAny().isPresent();
    }

    /** Dismisses the present findings. New ones are shown, unlike with a disabled monitor. */
    @Override
    @RequirePOST
    public final void doDisable(StaplerRequest2 request, StaplerResponse2 response) throws IOException {
        Jenkins.get().checkPermission(Jenkins.ADMINISTER);
        getFindings().forEach(this::dismiss);
        response.sendRedirect2(request.getContextPath() + "/manage");
    }
}
