package io.jenkins.plugins.aikido.state;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Keeps the states of a folder's connections when the folder, or a folder above it, is renamed or moved. */
@Extension
@Restricted(NoExternalUse.class)
public final class StatesFollowFolders extends ItemListener {

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        ItemGroup<?> folder = Connections.asOwner(item);
        if (folder == null) {
            return;
        }
        for (OwnedConnection owned : Connections.all()) {
            if (owned.owner() == folder) {
                ConnectionStates.get().move(owned.idIn(oldFullName), owned.id());
            }
        }
    }
}
