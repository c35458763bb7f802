package io.github.aikidoconnect;

import io.github.aikidoconnect.aikido.CallFolder;
import io.github.aikidoconnect.http.JdkTransport;
import io.github.aikidoconnect.http.Time;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entry: asks, plans and registers, and returns a report about it.
 *
 * <pre>{@code
 * ConnectRequest request = ConnectRequest.builder()
 *         .organization("contoso")
 *         .project("Shop Front")
 *         .azureToken(Secret.of(System.getenv("AZURE_DEVOPS_EXT_PAT")))
 *         .aikidoClient(Secret.of(System.getenv("AIKIDO_CLIENT_ID")), Secret.of(System.getenv("AIKIDO_CLIENT_SECRET")))
 *         .build();
 * try (AikidoConnect aikido = AikidoConnect.create()) {
 *     ConnectReport report = aikido.connect(request);
 *     System.out.println(report.toText());
 * }
 * }</pre>
 *
 * <p>Whatever goes wrong at run time, a wrong setting, a refused token, an outage, is in the report, not in an
 * exception. A thread that is interrupted ends its run: the report says what was done until then, and the thread's
 * interrupt status is set again. Safe for use by several threads; all runs of a JVM, and as far as
 * {@link Builder#callFolder} allows all processes of a user, share the calls that a workspace may take.
 */
public final class AikidoConnect implements AutoCloseable {

    private final Carriers.Common common;
    private final ProgressListener progress;
    private final SettingNames names;
    private final ActiveRuns runs = new ActiveRuns();

    private AikidoConnect(Builder builder) {
        this.progress = oneAtATime(builder.progress);
        this.names = builder.names;
        this.common = new Carriers.Common(
                builder.transport,
                builder.rateWindow,
                Optional.ofNullable(builder.callFolder),
                builder.time,
                progress,
                builder.traces);
    }

    /** Returns one with every default. */
    public static AikidoConnect create() {
        return builder().build();
    }

    /**
     * Returns a transport that sends calls with a client of the JDK, to be wrapped by a transport of the caller's.
     *
     * @throws IllegalArgumentException if the client follows redirects, which would carry credentials to another host
     */
    public static Transport transportOf(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HttpClient follows redirects and would carry credentials to another host;"
                            + " build it with followRedirects(HttpClient.Redirect.NEVER)");
        }
        return new JdkTransport(client);
    }

    /** Returns a builder with every default set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Judges organization, token, scopes, project, API client and workspace, and changes nothing. Project and API client
     * may be missing.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport check(ConnectRequest request) {
        return run(Goal.CHECK, request);
    }

    /**
     * Lists the projects of the organization or, with a project, its repositories. Aikido is not asked.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport list(ConnectRequest request) {
        return run(Goal.LIST, request);
    }

    /**
     * Says what {@link #connect} would do, and changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport plan(ConnectRequest request) {
        return run(Goal.CONNECT, request.toBuilder().dryRun(true).build());
    }

    /**
     * Checks, plans and registers: the main job. What is already done stays as it is, so that it can be run as often as
     * one likes.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport connect(ConnectRequest request) {
        return run(Goal.CONNECT, request);
    }

    /**
     * Compares the project with the workspace: what is monitored, missing and stale. Changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport status(ConnectRequest request) {
        return run(Goal.STATUS, request);
    }

    /**
     * Does for many projects of an organization what {@link #connect(ConnectRequest)} does for one. They run side by side,
     * each within its workspace's limit of calls, and none stops for the failure of another. With
     * {@link ConnectRequest.Builder#dryRun} nothing is changed.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport connect(OrganizationRequest request) {
        return run(Goal.CONNECT, request);
    }

    /**
     * Does for many projects of an organization what {@link #status(ConnectRequest)} does for one.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport status(OrganizationRequest request) {
        return run(Goal.STATUS, request);
    }

    /**
     * Compares every project of the organization, and every repository in it, with what Aikido monitors: what is nobody
     * watching? Projects for which the request names nothing are there too. Changes nothing.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport coverage(OrganizationRequest request) {
        return run(Goal.COVERAGE, request);
    }

    /**
     * Makes, rotates, lists or revokes personal access tokens of a person. A new one is handed over to Aikido or written to
     * a file, or both, and never in the report. Whatever goes wrong, a token that works stays in use, and the next rotation
     * does what is left over.
     *
     * @throws IllegalStateException if this is closed
     */
    public ConnectReport token(TokenRequest request) {
        return runs.run(() -> {
            Wording wording = wording(request.where());
            Target target = Target.of(Goal.TOKEN, request.where(), wording);
            return traced(
                    Carriers.ofOne(common, Optional.empty()),
                    carriers -> new TokenRun(
                                    request, target, wording, progress, new Services(request.where(), target, carriers))
                            .run());
        });
    }

    /**
     * Interrupts the threads whose runs are under way; they return a report of what was done. No run starts after this
     * method has returned, and no thread is interrupted whose run has ended.
     */
    @Override
    public void close() {
        runs.close();
    }

    private ConnectReport run(Goal goal, ConnectRequest request) {
        return runs.run(() -> {
            Wording wording = wording(request);
            Target target = Target.of(goal, request, wording);
            return traced(
                    Carriers.ofOne(common, request.maxDuration()),
                    carriers -> new Run(
                                    goal,
                                    request,
                                    target,
                                    wording,
                                    progress,
                                    new Services(request, target, carriers),
                                    Run.Origin.NAMED)
                            .run());
        });
    }

    private ConnectReport run(Goal goal, OrganizationRequest request) {
        return runs.run(() -> traced(
                Carriers.ofMany(common, request.common().maxDuration()),
                carriers -> new OrganizationRun(goal, request, names, carriers, progress).run()));
    }

    private Wording wording(ConnectRequest request) {
        return new Wording(request.names().orElse(names));
    }

    /** A run that fails, or breaks off, is the one whose trace is needed. */
    private static ConnectReport traced(Carriers carriers, Function<Carriers, ConnectReport> run) {
        try {
            return run.apply(carriers);
        } finally {
            carriers.finishTrace();
        }
    }

    /** A listener that fails must not fail a registration. */
    private static ProgressListener oneAtATime(ProgressListener listener) {
        Object lock = new Object();
        return event -> {
            synchronized (lock) {
                try {
                    listener.on(event);
                } catch (RuntimeException ignored) {
                    // Documented: what a listener throws is dropped.
                }
            }
        };
    }

    /** Collects what all runs have in common. */
    public static final class Builder {

        private @Nullable Transport transport;
        private ProgressListener progress = ProgressListener.NONE;
        private SettingNames names = SettingNames.JAVA;
        private Duration rateWindow = Duration.ofMinutes(1);
        private @Nullable Path callFolder = CallFolder.ofUser().orElse(null);
        private Time time = Time.SYSTEM;
        private @Nullable Consumer<String> traces;

        private Builder() {}

        /**
         * Sends all calls with a client of the JDK, with its proxy, its TLS context and its threads.
         *
         * @param given the client, null for the default
         * @throws IllegalArgumentException if it follows redirects, which would carry credentials to another host
         */
        public Builder httpClient(@Nullable HttpClient given) {
            return transport(given == null ? null : transportOf(given));
        }

        /**
         * Sends all calls through a transport of the caller's.
         *
         * @param given the transport; null for the default: azure-devops-java-sdk for Azure DevOps and a client of the JDK
         *     for Aikido, both with the JVM's proxy and trust settings
         */
        public Builder transport(@Nullable Transport given) {
            this.transport = given;
            return this;
        }

        /** Receives the progress events of a run; null for no listener. What it throws is dropped. */
        public Builder progress(@Nullable ProgressListener listener) {
            this.progress = listener == null ? ProgressListener.NONE : listener;
            return this;
        }

        /** What problems call the settings; the names of {@link ConnectRequest.Builder} unless given, also for null. */
        public Builder settingNames(@Nullable SettingNames given) {
            this.names = given == null ? SettingNames.JAVA : given;
            return this;
        }

        /**
         * The folder in which the processes of this machine tell each other how many calls they take from a workspace,
         * so that together they stay within its limit. Unless given it is {@code aikido-connect} in the folder for
         * caches of the user who runs this; {@code XDG_CACHE_HOME} moves that. It is used only where nobody else can
         * write: a folder that is not like that, or cannot be written, is left alone, and the runs of this JVM count
         * for themselves. Its files hold times and hashes, nothing about who calls whom.
         *
         * @param folder the folder, made when it is needed; null to share nothing with other processes
         */
        public Builder callFolder(@Nullable Path folder) {
            this.callFolder = folder;
            return this;
        }

        /**
         * Records every HTTP exchange of a run and hands it over at the end of the run, also of a run that failed, as a
         * HAR 1.2 document for a bug report. It holds methods, addresses, statuses, times, a few headers and JSON bodies;
         * secrets, token values, e-mail addresses and names of people are replaced. It does hold the names of
         * organizations, projects and repositories. What the consumer throws ends the run's caller.
         *
         * @param consumer receives the document on the thread of the run; null to record nothing, the default
         */
        public Builder trace(@Nullable Consumer<String> consumer) {
            this.traces = consumer;
            return this;
        }

        /** Aikido's window, which tests make shorter than a minute. */
        Builder rateWindow(Duration window) {
            this.rateWindow = window;
            return this;
        }

        /** What lets the pauses pass, which tests do not wait for. */
        Builder time(Time given) {
            this.time = given;
            return this;
        }

        /** Returns the entry. It opens nothing until it is used. */
        public AikidoConnect build() {
            return new AikidoConnect(this);
        }
    }
}
