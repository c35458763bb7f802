package io.jenkins.plugins.aikido.overview;

import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A state of a connection that needs attention, for the view of a monitor. */
@Restricted(NoExternalUse.class)
public final class Finding {

    private final OwnedConnection owned;
    private final String id;
    private final String message;
    private final String fix;

    /**
     * @param id distinguishes the findings of a connection
     * @param message what was found, a sentence
     * @param fix what to do, a sentence
     */
    Finding(OwnedConnection owned, String id, String message, String fix) {
        this.owned = owned;
        this.id = id;
        this.message = message;
        this.fix = fix;
    }

    OwnedConnection owned() {
        return owned;
    }

    String id() {
        return id;
    }

    /** Returns the name of the connection. */
    public String getConnection() {
        return owned.connection().getName();
    }

    /** Returns what was found. */
    public String getMessage() {
        return message;
    }

    /** Returns what to do. */
    public String getFix() {
        return fix;
    }

    /** Returns the path of the page of the connection. */
    public String getUrl() {
        return AikidoOverview.URL + "connection/" + ConnectionStates.key(owned.id()) + "/";
    }
}
