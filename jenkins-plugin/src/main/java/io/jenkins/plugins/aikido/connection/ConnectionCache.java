package io.jenkins.plugins.aikido.connection;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Saveable;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Keeps the list of all connections in memory: every page of an administrator evaluates the monitors, and a walk through all
 * folders takes long in a large Jenkins. The list is discarded when the configuration or an item changes.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class ConnectionCache extends SaveableListener {

    private final AtomicLong changes = new AtomicLong();
    private volatile Known known;

    private record Known(long changes, List<OwnedConnection> connections) {}

    static ConnectionCache get() {
        return ExtensionList.lookupSingleton(ConnectionCache.class);
    }

    /**
     * Returns the list. A change during the look-up makes the next caller look again.
     *
     * @param lookUp returns the connections that the system can see
     */
    List<OwnedConnection> all(Supplier<List<OwnedConnection>> lookUp) {
        Known last = known;
        return last == null || last.changes() != changes.get() ? refreshed(lookUp) : last.connections();
    }

    /** Looks again and returns the new list. Until then, other callers receive the former one. */
    List<OwnedConnection> refreshed(Supplier<List<OwnedConnection>> lookUp) {
        long now = changes.get();
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            Known looked = new Known(now, lookUp.get());
            known = looked;
            return looked.connections();
        }
    }

    void discard() {
        changes.incrementAndGet();
    }

    @Override
    public void onChange(Saveable changed, XmlFile file) {
        if (changed instanceof AikidoConfiguration || changed instanceof ItemGroup) {
            discard();
        }
    }

    /** Items are also deleted, moved and loaded. */
    @Extension
    @Restricted(NoExternalUse.class)
    public static final class Items extends ItemListener {

        @Override
        public void onLoaded() {
            get().discard();
        }

        @Override
        public void onCreated(Item item) {
            get().discard();
        }

        @Override
        public void onDeleted(Item item) {
            get().discard();
        }

        @Override
        public void onLocationChanged(Item item, String oldFullName, String newFullName) {
            get().discard();
        }
    }
}
