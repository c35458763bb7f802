package io.jenkins.plugins.aikido.connection;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Keeps "Jobs" of the connections about the same items. If an item is renamed or moved, its entry follows it. If an item is
 * deleted, its entry is removed, so that another item which gets the name later cannot use the connection.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class JobsFollowItems extends ItemListener {

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        change(policy -> policy.renamed(oldFullName, newFullName));
    }

    @Override
    public void onDeleted(Item item) {
        String deleted = item.getFullName();
        change(policy -> policy.without(deleted));
    }

    private static synchronized void change(UnaryOperator<UsagePolicy> change) {
        AikidoConfiguration configuration = AikidoConfiguration.get();
        List<Connection> connections = configuration.getConnections();
        boolean changed = false;
        for (Connection connection : connections) {
            UsagePolicy before = connection.policy();
            UsagePolicy after = change.apply(before);
            if (!after.equals(before)) {
                connection.setJobs(after.jobs());
                changed = true;
            }
        }
        if (changed) {
            configuration.save();
        }
    }
}
