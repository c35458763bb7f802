package io.jenkins.plugins.aikido.connection;

import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * A connection and where it is configured. Its credentials are looked up there.
 *
 * @param connection the connection
 * @param owner a folder; Jenkins itself for a connection of the system configuration
 */
@Restricted(NoExternalUse.class)
public record OwnedConnection(Connection connection, ItemGroup<?> owner) {

    /** Returns a connection of the system configuration. */
    public static OwnedConnection global(Connection connection) {
        return new OwnedConnection(connection, Jenkins.get());
    }

    /** Returns whether it belongs to a folder. */
    public boolean isOfFolder() {
        return owner instanceof Item;
    }

    /**
     * Returns a name that no other connection has: the folder's full name, if there is one, and the connection's name. The name of a
     * connection may contain a slash, and no full name contains two.
     */
    public String id() {
        return idIn(owner.getFullName());
    }

    /** Returns the name that the connection has, or had, in a folder with the given full name. */
    public String idIn(String folder) {
        return folder + "//" + connection.getName();
    }

    /** Returns whether the item may use the connection: a folder's connection is for the items below that folder only. */
    public boolean permits(Item item) {
        return (!isOfFolder() || isBelow(item)) && connection.policy().includesJob(item.getFullName());
    }

    /** Returns whether the user may see where the connection is configured. */
    public boolean isVisible() {
        for (ItemGroup<?> group = owner; group instanceof Item folder; group = folder.getParent()) {
            if (!folder.hasPermission(Item.READ)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBelow(Item item) {
        for (ItemGroup<?> group = item.getParent(); group instanceof Item folder; group = folder.getParent()) {
            if (group == owner) {
                return true;
            }
        }
        return false;
    }

    /** Compares by name, as people sort: without regard to case. */
    public String sortKey() {
        return id().toLowerCase(Locale.ROOT);
    }
}
