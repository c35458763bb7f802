package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.azure.AccessTokens;
import io.github.aikidoconnect.internal.azure.SignIn;
import io.github.aikidoconnect.internal.http.AzdTransport;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Deadline;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.RollingWindow;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.text.Text;
import io.github.aikidoconnect.internal.trace.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What carries the calls of runs that belong together: they use the same connections, heed the same pauses, and do not
 * come all at once.
 */
final class SharedTransports {

    /** Azure DevOps counts the work that calls cause, and asks whoever causes much of it at once to wait. */
    private static final int AZURE_AT_ONCE = 16;

    /** Fewer than a server usually allows on one connection of HTTP/2; the JDK fails if there are more. */
    private static final int AIKIDO_AT_ONCE = 48;

    /**
     * The same for all organizations of a run: one whose server does not answer must not keep the others waiting, and
     * together they must not exceed what a server usually allows on one connection of HTTP/2.
     */
    private static final int ORGANIZATIONS_AT_ONCE = 6 * AZURE_AT_ONCE;

    /** The limits for the sum of all pauses that Azure DevOps requests; a run over several projects sends more calls. */
    private static final Duration PAUSES_OF_A_PROJECT = Duration.ofMinutes(5);

    private static final Duration PAUSES_OF_AN_ORGANIZATION = Duration.ofMinutes(30);

    private final Common common;
    private final Connections connections;
    private final Deadline deadline;
    private final Limiter azureGate;
    private final Map<String, Long> told = new HashMap<>();
    private final Map<String, SignIn> signIns = new ConcurrentHashMap<>();
    private final Map<AzureSignIn, AccessTokens> identities = new ConcurrentHashMap<>();

    /**
     * What all runs of an {@link AikidoConnect} have in common.
     *
     * @param transport sends the calls, null for the default ones
     * @param rateWindow the window of Aikido's limit
     * @param callFolder where the processes of the machine share the limit
     * @param time the clock for pauses
     * @param progress receives the pauses
     * @param traces receives the trace of each run as a HAR document; null to record none
     */
    record Common(
            @Nullable Transport transport,
            Duration rateWindow,
            Optional<Path> callFolder,
            Time time,
            ProgressListener progress,
            @Nullable Consumer<String> traces) {}

    /**
     * What several organizations of a run share.
     *
     * @param azureTurns the limiter for the calls to Azure DevOps of several organizations
     * @param aikidoTurns the limiter for the calls to Aikido of several projects
     * @param trace records the calls, null to record none
     */
    private record Connections(
            Transport azure,
            Transport jdk,
            Limiter azureTurns,
            Limiter aikidoTurns,
            @Nullable Trace trace) {

        static Connections open(Common common, Limiter azureTurns, Limiter aikidoTurns) {
            Transport given = common.transport();
            Transport jdk = given == null ? JdkTransport.create() : given;
            return new Connections(
                    given == null ? withAzd(jdk) : given,
                    jdk,
                    azureTurns,
                    aikidoTurns,
                    common.traces() == null ? null : new Trace());
        }
    }

    private SharedTransports(
            Common common, Connections connections, Optional<Duration> maxDuration, Duration longestPause) {
        this.common = common;
        this.connections = connections;
        this.deadline = maxDuration
                .map(longest -> Deadline.in(longest, common.time()))
                .orElseGet(() -> Deadline.none(common.time()));
        Limiter pace = Limiter.requestedPauses(
                deadline, longestPause, wait -> tell("Azure DevOps requested a pause between calls", wait));
        boolean many = connections.aikidoTurns() != Limiter.OPEN;
        Limiter turns = many ? Limiter.atATime(AZURE_AT_ONCE).and(pace) : pace;
        azureGate =
                deadline.before(connections.azureTurns() == Limiter.OPEN ? turns : turns.and(connections.azureTurns()));
    }

    /** azd only reads, and sends every token as a password. */
    private static Transport withAzd(Transport jdk) {
        Transport azd = new AzdTransport();
        return request -> request.headers().getOrDefault("Authorization", "").startsWith("Bearer ")
                ? jdk.send(request)
                : azd.send(request);
    }

    /**
     * Returns those of a single run, whose few calls need no turns.
     *
     * @param maxDuration how long the run may take from now on
     */
    static SharedTransports ofOne(Common common, Optional<Duration> maxDuration) {
        Connections connections = Connections.open(common, Limiter.OPEN, Limiter.OPEN);
        return new SharedTransports(common, connections, maxDuration, PAUSES_OF_A_PROJECT);
    }

    /**
     * Returns those of the runs for an organization's projects.
     *
     * @param maxDuration how long all of them together may take from now on
     */
    static SharedTransports ofMany(Common common, Optional<Duration> maxDuration) {
        Connections connections = Connections.open(common, Limiter.OPEN, Limiter.atATime(AIKIDO_AT_ONCE));
        return new SharedTransports(common, connections, maxDuration, PAUSES_OF_AN_ORGANIZATION);
    }

    /** Returns those from which each of several organizations gets its own by {@link #forOrganization}. */
    static SharedTransports ofOrganizations(Common common) {
        Connections connections =
                Connections.open(common, Limiter.atATime(ORGANIZATIONS_AT_ONCE), Limiter.atATime(AIKIDO_AT_ONCE));
        return new SharedTransports(common, connections, Optional.empty(), PAUSES_OF_AN_ORGANIZATION);
    }

    /**
     * Returns those of one of several organizations: its sign-ins, and the pauses and the time limit that apply to it.
     *
     * @param maxDuration how long the organization may take from now on
     */
    SharedTransports forOrganization(Optional<Duration> maxDuration) {
        return new SharedTransports(common, connections, maxDuration, PAUSES_OF_AN_ORGANIZATION);
    }

    /** Returns the transport, or one that also records what goes through it. */
    Transport traced(Transport transport, Redactor redactor) {
        Trace trace = connections.trace();
        return trace == null ? transport : trace.recording(transport, redactor);
    }

    /** Adds a remark to the trace, if there is one. */
    void note(String remark) {
        Trace trace = connections.trace();
        if (trace != null) {
            trace.note(remark);
        }
    }

    /** Hands the trace over at the end of the run. */
    void finishTrace() {
        Trace trace = connections.trace();
        if (trace != null && common.traces() != null) {
            common.traces().accept(trace.toHar());
        }
    }

    /**
     * Returns how a token is sent, which all projects of a run find out once.
     *
     * @param place the organization, with the URL that it is below
     */
    SignIn signIn(String place, Secret token) {
        return signIns.computeIfAbsent(place + " " + token.reveal(), first -> SignIn.with(token));
    }

    /** Returns the access tokens of an identity, which all projects of a run share. */
    AccessTokens identity(AzureSignIn identity, Function<AzureSignIn, AccessTokens> create) {
        return identities.computeIfAbsent(identity, create);
    }

    /** Carries calls to Azure DevOps. */
    Transport azure() {
        return connections.azure();
    }

    /** Carries all other calls. */
    Transport jdk() {
        return connections.jdk();
    }

    Limiter azureGate() {
        return azureGate;
    }

    /** Returns the gate for calls to Aikido that do not count against the limit. */
    Limiter aikidoTurns() {
        return connections.aikidoTurns();
    }

    Duration rateWindow() {
        return common.rateWindow();
    }

    /** Returns the time of the run, which ends with its deadline. */
    Deadline time() {
        return deadline;
    }

    /** Returns the gate for the calls of an API client, of which so many may be made within a window. */
    Limiter budget(String url, String clientId, int limit) {
        Duration window = common.rateWindow();
        Consumer<Duration> onWait =
                wait -> tell("Aikido allows " + Text.count(limit, "call", "calls") + " a minute", wait);
        RollingWindow process = RollingWindow.ofProcess(url, clientId, window);
        List<RollingWindow> windows = common.callFolder()
                .map(shared -> List.of(process, RollingWindow.ofMachine(shared, url, clientId, window)))
                .orElseGet(() -> List.of(process));
        Limiter budget = RollingWindow.limiter(windows, limit, onWait, deadline);
        Limiter turns = connections.aikidoTurns();
        return deadline.before(turns == Limiter.OPEN ? budget : budget.and(turns));
    }

    /** Reports a wait. Calls that wait together are one piece of news, not one each. */
    void tell(String why, Duration wait) {
        if (isNews(why, wait)) {
            common.progress().on(new Progress.Waiting(why, wait));
        }
    }

    private synchronized boolean isNews(String why, Duration wait) {
        long now = System.nanoTime();
        Long until = told.get(why);
        boolean news = until == null || until - now <= 0;
        if (news) {
            told.put(why, now + wait.toNanos());
        }
        return news;
    }
}
