package io.jenkins.plugins.aikido.state;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.Run;
import hudson.util.XStream2;
import io.github.aikidoconnect.ConnectReport;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Stores the state of each connection in a folder of its own below {@code aikido} in the home folder of Jenkins: a small file
 * with the state, a file with the repositories of each project, and the log of the last run that the controller started. Pages
 * and monitors read the states from memory.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class ConnectionStates {

    private static final Logger LOGGER = Logger.getLogger(ConnectionStates.class.getName());
    private static final XStream2 XSTREAM = new XStream2();

    static {
        XSTREAM.alias("connection", ConnectionState.class);
        XSTREAM.alias("check", StoredCheck.class);
        XSTREAM.alias("project", StoredProject.class);
    }

    private static final Duration LONGEST_UNUSED = Duration.ofDays(30);

    private final Map<String, ConnectionState> states = new HashMap<>();

    /** Returns the states of this Jenkins. */
    public static ConnectionStates get() {
        return ExtensionList.lookupSingleton(ConnectionStates.class);
    }

    /** Returns the state of a connection. */
    public synchronized ConnectionState of(OwnedConnection connection) {
        return states.computeIfAbsent(connection.id(), this::load);
    }

    /** Notes the result of a build. */
    public void record(OwnedConnection connection, ConnectReport report, Run<?, ?> build) {
        record(connection, report, build.getParent().getFullName(), build.getNumber());
    }

    /** Notes the result of a run that the controller started. */
    public void record(OwnedConnection connection, ConnectReport report) {
        record(connection, report, null, 0);
    }

    private void record(OwnedConnection connection, ConnectReport report, String job, int build) {
        update(connection, state -> state.after(report, job, build));
        report.projects().stream()
                .filter(part -> ConnectionState.isCompared(report, part))
                .forEach(part -> {
                    try {
                        StoredRepositories.write(file(connection, part.projectName()), part);
                    } catch (IOException e) {
                        LOGGER.log(Level.WARNING, "The repositories of " + connection.id() + " could not be stored", e);
                    }
                });
    }

    /** Notes that the controller starts a run. */
    public void started(OwnedConnection connection, Instant at) {
        update(connection, state -> state.started(at));
    }

    /** Notes that a run which the controller started came to its end. */
    public void ended(OwnedConnection connection, Instant at) {
        update(connection, state -> state.ended(at));
    }

    /** Notes that a finding needs no attention. */
    public void dismiss(OwnedConnection connection, String finding) {
        update(connection, state -> state.dismissing(finding));
    }

    /** Notes that the present coverage of all projects needs no attention. */
    public void acceptCoverage(OwnedConnection connection) {
        update(connection, ConnectionState::accepting);
    }

    /** Returns the repositories of all projects of a connection, as maps for a table. */
    public List<Map<String, Object>> repositories(OwnedConnection connection) {
        return of(connection).getProjects().stream()
                .flatMap(project -> {
                    try {
                        return StoredRepositories.read(file(connection, project.getName())).stream();
                    } catch (IOException e) {
                        LOGGER.log(Level.WARNING, "The repositories of " + connection.id() + " could not be read", e);
                        return null;
                    }
                })
                .toList();
    }

    /** Returns the file with the log of the last run that the controller started. */
    public File logFile(OwnedConnection connection) {
        return StateFolders.of(connection.id()).resolve("log").toFile();
    }

    /** Returns the name of a connection in addresses and files: it has letters and digits only. */
    public static String key(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Removes the states of connections that were deleted or renamed, so that a later connection of the same name starts without
     * them. A state that no connection had since Jenkins started is removed after a month: its folder may only have failed to load.
     */
    public synchronized void keepOnly(List<OwnedConnection> existing, Instant now) {
        Set<String> ids = existing.stream().map(OwnedConnection::id).collect(Collectors.toSet());
        List<String> gone =
                states.keySet().stream().filter(id -> !ids.contains(id)).toList();
        gone.forEach(id -> {
            states.remove(id);
            StateFolders.delete(StateFolders.of(id));
        });
        Set<String> keys = ids.stream().map(ConnectionStates::key).collect(Collectors.toSet());
        StateFolders.deleteOthers(keys, now.minus(LONGEST_UNUSED));
    }

    /** Moves the state of a connection whose folder was renamed or moved. */
    synchronized void move(String oldId, String newId) {
        states.remove(oldId);
        states.remove(newId);
        try {
            StateFolders.move(StateFolders.of(oldId), StateFolders.of(newId));
            if (stateFile(newId).exists()) {
                ConnectionState moved = load(newId).named(newId);
                stateFile(newId).write(moved);
                states.put(newId, moved);
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The state of the connection " + oldId + " could not be moved", e);
        }
    }

    private synchronized void update(OwnedConnection connection, UnaryOperator<ConnectionState> change) {
        ConnectionState changed = change.apply(of(connection));
        states.put(connection.id(), changed);
        try {
            stateFile(connection.id()).write(changed);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The state of the connection " + connection.id() + " could not be stored", e);
        }
    }

    private ConnectionState load(String id) {
        XmlFile file = stateFile(id);
        try {
            if (file.exists() && file.read() instanceof ConnectionState state) {
                return state;
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "The state of the connection " + id + " could not be read", e);
        }
        return ConnectionState.NONE.named(id);
    }

    private static XmlFile stateFile(String id) {
        return new XmlFile(XSTREAM, StateFolders.of(id).resolve("state.xml").toFile());
    }

    private static Path file(OwnedConnection connection, String project) {
        return StateFolders.of(connection.id()).resolve(key(ConnectionState.key(project)) + ".json");
    }
}
