package io.jenkins.plugins.aikido.keep;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.init.Terminator;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.util.ClassLoaderSanityThreadFactory;
import hudson.util.DaemonThreadFactory;
import hudson.util.NamingThreadFactory;
import io.jenkins.plugins.aikido.connection.Connections;
import io.jenkins.plugins.aikido.connection.KeepConnected;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.keep.KeepSchedule.LastRun;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import jenkins.model.Jenkins;
import jenkins.security.ImpersonatingExecutorService;
import jenkins.util.SystemProperties;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Starts the runs of the connections that are kept connected. It looks every minute, so that a run starts at its time and a
 * shutdown of Jenkins ends all runs soon. A run has a thread of its own and does not delay those of other connections.
 */
@Extension
@Restricted(NoExternalUse.class)
public final class KeepConnectedWork extends AsyncPeriodicWork {

    /** A run can wait for hours for Aikido, and each run needs a thread of the controller. */
    private static final int MOST_RUNS =
            Math.max(1, SystemProperties.getInteger("io.jenkins.plugins.aikido.mostKeptRuns", 10));

    private final Map<String, Future<?>> started = new HashMap<>();

    /** A cancelled future is done before its thread has ended. */
    private final Set<String> active = new HashSet<>();

    private final ExecutorService threads;

    /** Creates the work. */
    public KeepConnectedWork() {
        super("Aikido keep connected");
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_RUNS,
                MOST_RUNS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                new NamingThreadFactory(
                        new ClassLoaderSanityThreadFactory(new DaemonThreadFactory()), "Aikido keep connected"));
        pool.allowCoreThreadTimeOut(true);
        threads = new ImpersonatingExecutorService(pool, ACL.SYSTEM2);
    }

    /** Returns the work of this Jenkins. */
    public static KeepConnectedWork get() {
        return ExtensionList.lookupSingleton(KeepConnectedWork.class);
    }

    @Override
    public long getRecurrencePeriod() {
        return MIN;
    }

    @Override
    protected Level getNormalLoggingLevel() {
        return Level.FINE;
    }

    @Override
    public void execute(TaskListener listener) {
        Jenkins jenkins = Jenkins.get();
        if (jenkins.isQuietingDown() || jenkins.isTerminating()) {
            stop();
        } else {
            ConnectionStates.get().keepOnly(Connections.lookUpAll(), Instant.now());
            startWhatIsDue(Instant.now(), ZoneId.systemDefault(), listener);
        }
    }

    /** Starts the runs that are due. */
    public synchronized void startWhatIsDue(Instant now, ZoneId zone, TaskListener listener) {
        started.values().removeIf(Future::isDone);
        for (OwnedConnection owned : Connections.all()) {
            ConnectionState state = ConnectionStates.get().of(owned);
            KeepConnected keep =
                    KeepConnected.of(owned.connection().getKeepConnected()).orElse(KeepConnected.OFF);
            LastRun last = new LastRun(state.getKeepStarted(), state.isKeepEnded());
            if (!isRunning(owned) && KeepSchedule.isDue(keep, owned.id(), last, now, zone)) {
                listener.getLogger().println("Starting " + owned.id());
                started.put(owned.id(), threads.submit(() -> run(owned)));
            }
        }
    }

    /** Returns whether a run of a connection is waiting for a thread or in progress. */
    public synchronized boolean isRunning(OwnedConnection owned) {
        Future<?> run = started.get(owned.id());
        return active.contains(owned.id()) || (run != null && !run.isDone());
    }

    private void run(OwnedConnection owned) {
        setActive(owned, true);
        try {
            new KeepRun(owned).run();
        } finally {
            setActive(owned, false);
        }
    }

    private synchronized void setActive(OwnedConnection owned, boolean is) {
        if (is) {
            active.add(owned.id());
        } else {
            active.remove(owned.id());
        }
    }

    /** Interrupts all runs. They start again when Jenkins accepts work again, or after its restart. */
    synchronized void stop() {
        started.values().forEach(run -> run.cancel(true));
    }

    /** Ends the runs before Jenkins ends. */
    @Terminator
    public static void terminate() {
        ExtensionList.lookup(KeepConnectedWork.class).forEach(KeepConnectedWork::stop);
    }
}
