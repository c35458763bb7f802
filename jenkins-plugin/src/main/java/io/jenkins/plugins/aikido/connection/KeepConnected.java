package io.jenkins.plugins.aikido.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** How often the controller itself runs a connection. */
@Restricted(NoExternalUse.class)
public enum KeepConnected {
    /** Never: only jobs use the connection. */
    OFF,
    /** Once a night. */
    NIGHTLY,
    /** Once an hour. */
    HOURLY;

    /** Returns the value with a name, in any case. */
    public static Optional<KeepConnected> of(String name) {
        return Stream.of(values())
                .filter(value -> value.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the name in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
