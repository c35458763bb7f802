package io.jenkins.plugins.aikido.overview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ManagementLink;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.report.PagedTable;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.security.stapler.StaplerDispatchable;
import org.jenkinsci.Symbol;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;

/** The page with all connections and their state. */
@Extension
@Symbol("aikidoOverview")
@Restricted(NoExternalUse.class)
public final class AikidoOverview extends ManagementLink implements StaplerProxy {

    /** The path of the overview. */
    public static final String URL = "manage/aikido/";

    private static final PermissionGroup GROUP =
            new PermissionGroup(AikidoOverview.class, Messages._AikidoOverview_permissions());

    /** Permits a user to see the overview. */
    public static final Permission VIEW = new Permission(
            GROUP, "View", Messages._AikidoOverview_view(), Jenkins.SYSTEM_READ, PermissionScope.JENKINS);

    private static final List<String> SEARCHED = List.of("name", "folder", "organization", "status", "outcome", "keep");

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(VIEW);
        return this;
    }

    @Override
    public String getIconFileName() {
        return "symbol-aikido plugin-aikido-connect";
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.AikidoConfiguration_displayName();
    }

    @Override
    public String getDescription() {
        return Messages.AikidoOverview_description();
    }

    @Override
    public String getUrlName() {
        return "aikido";
    }

    @NonNull
    @Override
    public Permission getRequiredPermission() {
        return VIEW;
    }

    @NonNull
    @Override
    public Category getCategory() {
        return Category.STATUS;
    }

    /** For the view: the rows, sorted by name unless the address has another order. */
    public PagedTable getTable() {
        List<Map<String, Object>> rows = visible()
                .map(each -> new ConnectionSummary(each, ConnectionStates.get().of(each)).row())
                .toList();
        return PagedTable.of(1, rows, SEARCHED, Stapler.getCurrentRequest2(), (a, b) -> 0);
    }

    /** Returns the page of a connection; null if there is none with this key, or if the user may not see its folder. */
    @CheckForNull
    @StaplerDispatchable
    public ConnectionPage getConnection(String key) {
        return visible()
                .filter(each -> ConnectionStates.key(each.id()).equals(key))
                .findFirst()
                .map(ConnectionPage::new)
                .orElse(null);
    }

    private static Stream<OwnedConnection> visible() {
        return Connections.all().stream().filter(OwnedConnection::isVisible);
    }
}
