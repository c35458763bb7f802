package io.jenkins.plugins.aikido.connection;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Descriptor.FormException;
import io.jenkins.plugins.aikido.Messages;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.StaplerRequest2;

/** The connections of the system configuration. */
@Extension
@Symbol("aikido")
public final class AikidoConfiguration extends GlobalConfiguration {

    private List<Connection> connections = new ArrayList<>();

    /** Loads the saved configuration. */
    public AikidoConfiguration() {
        load();
    }

    /** Returns the configuration of this Jenkins. */
    public static AikidoConfiguration get() {
        return ExtensionList.lookupSingleton(AikidoConfiguration.class);
    }

    /** Returns the connections in the order of the page. */
    public List<Connection> getConnections() {
        return List.copyOf(connections);
    }

    /**
     * Replaces the connections and saves them.
     *
     * @throws IllegalArgumentException if one of them must not be saved; then nothing is changed
     */
    @DataBoundSetter
    public void setConnections(List<Connection> connections) {
        List<Connection> given = new ArrayList<>(connections == null ? List.of() : connections);
        ConnectionRules.judge(given);
        this.connections = given;
        save();
    }

    /** Saves the connections of the form. A form without connections removes all connections. */
    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        List<Connection> sent = request.bindJSONToList(Connection.class, form.get("connections"));
        try {
            setConnections(sent);
        } catch (IllegalArgumentException e) {
            throw new FormException(e.getMessage(), e, "connections");
        }
        return true;
    }

    @NonNull
    @Override
    public String getDisplayName() {
        return Messages.AikidoConfiguration_displayName();
    }
}
