package io.jenkins.plugins.aikido.folder;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.ConnectionOwners;
import io.jenkins.plugins.aikido.connection.ConnectionRules;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.StaplerRequest2;

/** The connections of a folder. Only jobs below that folder can use them. */
public final class FolderConnections extends AbstractFolderProperty<AbstractFolder<?>> {

    private final List<Connection> connections;

    /** @throws IllegalArgumentException if one of the connections must not be saved */
    @DataBoundConstructor
    public FolderConnections(List<Connection> connections) {
        this.connections = new ArrayList<>(connections == null ? List.of() : connections);
        ConnectionRules.judge(this.connections);
    }

    /** Returns the connections in the order of the page. */
    public List<Connection> getConnections() {
        return connections == null ? List.of() : List.copyOf(connections);
    }

    private static Stream<OwnedConnection> of(AbstractFolder<?> folder) {
        FolderConnections property = folder.getProperties().get(FolderConnections.class);
        return property == null
                ? Stream.empty()
                : property.getConnections().stream().map(connection -> new OwnedConnection(connection, folder));
    }

    /** Adds the property to the configuration of folders. */
    @OptionalExtension(requirePlugins = "cloudbees-folder")
    @Symbol("aikidoConnections")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AikidoConfiguration_displayName();
        }

        /** Returns null for a form without connections, which removes the property. */
        @Override
        public AbstractFolderProperty<?> newInstance(StaplerRequest2 request, @NonNull JSONObject form)
                throws FormException {
            List<Connection> sent =
                    request == null ? List.of() : request.bindJSONToList(Connection.class, form.get("connections"));
            try {
                return sent.isEmpty() ? null : new FolderConnections(sent);
            } catch (IllegalArgumentException e) {
                throw new Descriptor.FormException(e.getMessage(), e, "connections");
            }
        }
    }

    /** Finds the connections of folders. */
    @OptionalExtension(requirePlugins = "cloudbees-folder")
    public static final class Owners implements ConnectionOwners {

        @Override
        public List<OwnedConnection> around(Item item) {
            List<OwnedConnection> found = new ArrayList<>();
            for (ItemGroup<?> group = item.getParent(); group instanceof Item parent; group = parent.getParent()) {
                if (group instanceof AbstractFolder<?> folder) {
                    of(folder).forEach(found::add);
                }
            }
            return found;
        }

        @Override
        public List<OwnedConnection> all() {
            return Jenkins.get().getAllItems(AbstractFolder.class).stream()
                    .flatMap(folder -> of((AbstractFolder<?>) folder))
                    .toList();
        }

        @Override
        public ItemGroup<?> asOwner(Item item) {
            return item instanceof AbstractFolder<?> folder ? folder : null;
        }
    }
}
