package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionPoint;
import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Finds the connections of folders. It is an extension because folders are a plugin that may not be installed. */
@Restricted(NoExternalUse.class)
public interface ConnectionOwners extends ExtensionPoint {

    /** Returns the connections of the folders around an item, the nearest folder first. */
    List<OwnedConnection> around(Item item);

    /** Returns the connections of all folders. */
    List<OwnedConnection> all();

    /** Returns the item as a folder that can have connections; null if it cannot. */
    @CheckForNull
    ItemGroup<?> asOwner(Item item);
}
