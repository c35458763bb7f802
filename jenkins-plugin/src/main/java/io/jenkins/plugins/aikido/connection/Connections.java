package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.ItemGroup;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Finds connections: those of the system configuration and those of folders. */
@Restricted(NoExternalUse.class)
public final class Connections {

    private Connections() {}

    /**
     * Returns the connections that a job may use, those of the nearest folder first. A connection of a folder hides those of
     * the same name that are further away.
     */
    public static List<OwnedConnection> permitted(Item job) {
        Set<String> names = new HashSet<>();
        return Stream.concat(owners().flatMap(each -> each.around(job).stream()), global())
                .filter(each -> each.permits(job))
                .filter(each -> names.add(each.connection().getName()))
                .toList();
    }

    /**
     * Returns all connections, also those that the user may not see, from memory. They are sorted by name; those of the system
     * configuration come first.
     */
    public static List<OwnedConnection> all() {
        return ConnectionCache.get().all(Connections::lookUp);
    }

    /**
     * Returns all connections and looks in every folder. Jenkins reports the deletion of a folder before it removes the folder,
     * so that a list from memory may contain a deleted one.
     */
    public static List<OwnedConnection> lookUpAll() {
        return ConnectionCache.get().refreshed(Connections::lookUp);
    }

    private static List<OwnedConnection> lookUp() {
        return Stream.concat(global(), owners().flatMap(each -> each.all().stream()))
                .sorted(Comparator.comparing(OwnedConnection::isOfFolder).thenComparing(OwnedConnection::sortKey))
                .toList();
    }

    /** Returns the folder that an item is if it can have connections; null for other items. */
    @CheckForNull
    public static ItemGroup<?> asOwner(@CheckForNull Item item) {
        return item == null
                ? null
                : owners().map(each -> each.asOwner(item))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<OwnedConnection> global() {
        return AikidoConfiguration.get().getConnections().stream().map(OwnedConnection::global);
    }

    private static Stream<ConnectionOwners> owners() {
        return ExtensionList.lookup(ConnectionOwners.class).stream();
    }
}
