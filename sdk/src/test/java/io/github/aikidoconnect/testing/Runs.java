package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Runs against a simulator; the JSON of every report is held against the published schema. */
public final class Runs {

    /** Short, so that a test of the limit takes seconds; the simulator's window is set to the same. */
    public static final Duration WINDOW = Duration.ofSeconds(1);

    public final List<Progress> progress = new CopyOnWriteArrayList<>();

    private final AikidoConnect aikido;

    private Runs(Duration window, Time time) {
        AikidoConnect.Builder builder = InjectedTime.builder(window, time).progress(progress::add);
        aikido = (time == Time.SYSTEM ? builder : builder.callFolder(null)).build();
    }

    public static Runs create() {
        return new Runs(Duration.ofMinutes(1), Time.SYSTEM);
    }

    /** Runs for which no time passes while they pause. */
    public static Runs withoutPauses() {
        return new Runs(Duration.ofMinutes(1), new FastTime());
    }

    /** The same at a later time, for which every run that was under way has ended. */
    public static Runs twoHoursLater() {
        return new Runs(Duration.ofMinutes(1), new FastTime() {
            @Override
            public Instant now() {
                return Instant.now().plus(Duration.ofHours(2));
            }
        });
    }

    public static Runs withShortWindow() {
        return new Runs(WINDOW, Time.SYSTEM);
    }

    public static ConnectRequest.Builder shop(Simulator simulator) {
        return shop(simulator.azureUrl().toString(), simulator.aikidoUrl().toString());
    }

    public static ConnectRequest.Builder shop(String azureUrl, String aikidoUrl) {
        return ConnectRequest.builder()
                .organization(Shop.ORGANIZATION)
                .project(Shop.PROJECT)
                .azureUrl(azureUrl)
                .azureToken(Secret.of(Shop.TOKEN))
                .aikidoUrl(aikidoUrl)
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET))
                .syncTimeout(Duration.ofSeconds(20));
    }

    public ConnectReport check(ConnectRequest request) {
        return run(aikido::check, request);
    }

    public ConnectReport list(ConnectRequest request) {
        return run(aikido::list, request);
    }

    public ConnectReport plan(ConnectRequest request) {
        return run(aikido::plan, request);
    }

    public ConnectReport connect(ConnectRequest request) {
        return run(aikido::connect, request);
    }

    public ConnectReport status(ConnectRequest request) {
        return run(aikido::status, request);
    }

    public ConnectReport connect(OrganizationRequest request) {
        return run(aikido::connect, request);
    }

    public ConnectReport status(OrganizationRequest request) {
        return run(aikido::status, request);
    }

    public ConnectReport coverage(OrganizationRequest request) {
        return run(aikido::coverage, request);
    }

    public ConnectReport connectAll(List<OrganizationRequest> requests) {
        return run(aikido::connect, requests);
    }

    public ConnectReport statusOfAll(List<OrganizationRequest> requests) {
        return run(aikido::status, requests);
    }

    public ConnectReport coverageOfAll(List<OrganizationRequest> requests) {
        return run(aikido::coverage, requests);
    }

    public ConnectReport token(TokenRequest request) {
        return run(aikido::token, request);
    }

    private static <R> ConnectReport run(Function<R, ConnectReport> goal, R request) {
        ConnectReport report = goal.apply(request);
        ReportSchema.verify(report);
        return report;
    }
}
