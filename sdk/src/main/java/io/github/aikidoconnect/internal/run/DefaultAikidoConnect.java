package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SettingNames;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.limit.CallFolder;
import io.github.aikidoconnect.internal.limit.Time;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts the runs of a caller, and ends them when it is closed. */
public final class DefaultAikidoConnect implements AikidoConnect {

    private final SharedTransports.Common common;
    private final ProgressListener progress;
    private final SettingNames names;
    private final ActiveRuns runs = new ActiveRuns();

    private DefaultAikidoConnect(Builder builder) {
        this.progress = oneAtATime(builder.progress);
        this.names = builder.names;
        this.common = new SharedTransports.Common(
                builder.transport,
                builder.rateWindow,
                Optional.ofNullable(builder.callFolder),
                builder.time,
                progress,
                builder.traces);
    }

    /** Returns a builder with every default set. */
    public static AikidoConnect.Builder newBuilder() {
        return new Builder();
    }

    @Override
    public ConnectReport check(ConnectRequest request) {
        return run(Goal.CHECK, request);
    }

    @Override
    public ConnectReport list(ConnectRequest request) {
        return run(Goal.LIST, request);
    }

    @Override
    public ConnectReport plan(ConnectRequest request) {
        return run(Goal.CONNECT, request.toBuilder().dryRun(true).build());
    }

    @Override
    public ConnectReport connect(ConnectRequest request) {
        return run(Goal.CONNECT, request);
    }

    @Override
    public ConnectReport status(ConnectRequest request) {
        return run(Goal.STATUS, request);
    }

    @Override
    public ConnectReport connect(OrganizationRequest request) {
        return run(Goal.CONNECT, request);
    }

    @Override
    public ConnectReport status(OrganizationRequest request) {
        return run(Goal.STATUS, request);
    }

    @Override
    public ConnectReport coverage(OrganizationRequest request) {
        return run(Goal.COVERAGE, request);
    }

    @Override
    public ConnectReport connect(List<OrganizationRequest> requests) {
        return run(Goal.CONNECT, requests);
    }

    @Override
    public ConnectReport status(List<OrganizationRequest> requests) {
        return run(Goal.STATUS, requests);
    }

    @Override
    public ConnectReport coverage(List<OrganizationRequest> requests) {
        return run(Goal.COVERAGE, requests);
    }

    @Override
    public ConnectReport token(TokenRequest request) {
        return run(
                () -> SharedTransports.ofOne(common, Optional.empty()),
                shared -> new TokenRun(request, shared.of(Goal.TOKEN, request.where())).run());
    }

    @Override
    public void close() {
        runs.close();
    }

    private ConnectReport run(Goal goal, ConnectRequest request) {
        return run(
                () -> SharedTransports.ofOne(common, request.maxDuration()),
                shared -> new ConnectRun(shared.of(goal, request), ProjectOrigin.NAMED).run());
    }

    private ConnectReport run(Goal goal, OrganizationRequest request) {
        return run(
                () -> SharedTransports.ofMany(common, request.common().maxDuration()),
                shared -> new OrganizationRun(goal, request, shared, OrganizationRun.PROJECTS_AT_ONCE).run());
    }

    private ConnectReport run(Goal goal, List<OrganizationRequest> requests) {
        return run(
                () -> SharedTransports.ofOrganizations(common),
                shared -> new OrganizationsRun(goal, requests, shared).run());
    }

    /** Carries out a run and hands over its trace, also if the run ends with an exception. */
    private ConnectReport run(Supplier<SharedTransports> start, Function<RunContext.Common, ConnectReport> run) {
        return runs.run(() -> {
            SharedTransports transports = start.get();
            try {
                return run.apply(new RunContext.Common(names, progress, transports, new WorkspaceClaims()));
            } finally {
                transports.finishTrace();
            }
        });
    }

    /** Calls a listener from one thread at a time, and drops its exceptions: they must not end a run. */
    private static ProgressListener oneAtATime(ProgressListener listener) {
        Object lock = new Object();
        return event -> {
            synchronized (lock) {
                try {
                    listener.on(event);
                } catch (RuntimeException ignored) {
                    // ProgressListener documents that its exceptions are dropped.
                }
            }
        };
    }

    /** Collects what all runs have in common. */
    static final class Builder implements AikidoConnect.Builder {

        private @Nullable Transport transport;
        private ProgressListener progress = ProgressListener.NONE;
        private SettingNames names = SettingNames.JAVA;
        private Duration rateWindow = Duration.ofMinutes(1);
        private @Nullable Path callFolder = CallFolder.ofUser().orElse(null);
        private Time time = Time.SYSTEM;
        private @Nullable Consumer<String> traces;

        @Override
        public Builder httpClient(@Nullable HttpClient given) {
            return transport(given == null ? null : AikidoConnect.transportOf(given));
        }

        @Override
        public Builder transport(@Nullable Transport given) {
            this.transport = given;
            return this;
        }

        @Override
        public Builder progress(@Nullable ProgressListener listener) {
            this.progress = listener == null ? ProgressListener.NONE : listener;
            return this;
        }

        @Override
        public Builder settingNames(@Nullable SettingNames given) {
            this.names = given == null ? SettingNames.JAVA : given;
            return this;
        }

        @Override
        public Builder callFolder(@Nullable Path folder) {
            this.callFolder = folder;
            return this;
        }

        @Override
        public Builder trace(@Nullable Consumer<String> consumer) {
            this.traces = consumer;
            return this;
        }

        /** Aikido's window, which tests make shorter than a minute. */
        Builder rateWindow(Duration window) {
            this.rateWindow = window;
            return this;
        }

        /** The clock for the pauses, which tests replace so that they do not wait for. */
        Builder time(Time given) {
            this.time = given;
            return this;
        }

        @Override
        public AikidoConnect build() {
            return new DefaultAikidoConnect(this);
        }
    }
}
