package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Where the form of a connection is, and what its user may do there.
 *
 * @param owner the folder that is configured; Jenkins itself for the page of the system configuration
 */
@Restricted(NoExternalUse.class)
public record FormPlace(ItemGroup<?> owner) {

    /** Returns the place for the item in the path of a request. An item that cannot have connections is not a place. */
    public static FormPlace of(@CheckForNull Item item) {
        ItemGroup<?> folder = Connections.asOwner(item);
        return new FormPlace(folder == null ? Jenkins.get() : folder);
    }

    /** Returns whether it is the configuration of a folder. */
    public boolean isFolder() {
        return owner instanceof Item;
    }

    /** Returns whether the user may configure connections here. */
    public boolean mayConfigure() {
        return accessControlled().hasPermission(configure());
    }

    /** Throws unless the user may configure connections here. */
    public void checkConfigure() {
        accessControlled().checkPermission(configure());
    }

    /** Throws unless the user may see the form, which may be read-only. */
    public void checkRead() {
        accessControlled().checkPermission(isFolder() ? Item.EXTENDED_READ : Jenkins.SYSTEM_READ);
    }

    private Permission configure() {
        return isFolder() ? Item.CONFIGURE : Jenkins.ADMINISTER;
    }

    private AccessControlled accessControlled() {
        return owner instanceof AccessControlled folder ? folder : Jenkins.get();
    }
}
