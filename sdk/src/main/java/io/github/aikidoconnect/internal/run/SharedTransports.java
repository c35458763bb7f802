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

    /** The limits for the sum of all pauses that Azure DevOps requests; a run over several projects sends more calls. */
    private static final Duration PAUSES_OF_A_PROJECT = Duration.ofMinutes(5);

    private static final Duration PAUSES_OF_AN_ORGANIZATION = Duration.ofMinutes(30);

    private final Common common;
    private final Deadline deadline;
    private final Transport azure;
    private final Transport jdk;
    private final Limiter azureGate;
    private final Limiter aikidoTurns;
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

    private final @Nullable Trace trace;

    private SharedTransports(Common common, Optional<Duration> maxDuration, Duration longestPause, boolean many) {
        this.common = common;
        this.deadline = maxDuration
                .map(longest -> Deadline.in(longest, common.time()))
                .orElseGet(() -> Deadline.none(common.time()));
        this.trace = common.traces() == null ? null : new Trace();
        Transport given = common.transport();
        jdk = given == null ? JdkTransport.create() : given;
        azure = given == null ? withAzd(jdk) : given;
        Limiter pace = Limiter.requestedPauses(
                deadline, longestPause, wait -> tell("Azure DevOps requested a pause between calls", wait));
        azureGate = deadline.before(many ? Limiter.atATime(AZURE_AT_ONCE).and(pace) : pace);
        aikidoTurns = many ? Limiter.atATime(AIKIDO_AT_ONCE) : Limiter.OPEN;
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
        return new SharedTransports(common, maxDuration, PAUSES_OF_A_PROJECT, false);
    }

    /**
     * Returns those of the runs for an organization's projects.
     *
     * @param maxDuration how long all of them together may take from now on
     */
    static SharedTransports ofMany(Common common, Optional<Duration> maxDuration) {
        return new SharedTransports(common, maxDuration, PAUSES_OF_AN_ORGANIZATION, true);
    }

    /** Returns the transport, or one that also records what goes through it. */
    Transport traced(Transport transport, Redactor redactor) {
        return trace == null ? transport : trace.recording(transport, redactor);
    }

    /** Adds a remark to the trace, if there is one. */
    void note(String remark) {
        if (trace != null) {
            trace.note(remark);
        }
    }

    /** Hands the trace over at the end of the run. */
    void finishTrace() {
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
        return azure;
    }

    /** Carries all other calls. */
    Transport jdk() {
        return jdk;
    }

    Limiter azureGate() {
        return azureGate;
    }

    /** Returns the gate for calls to Aikido that do not count against the limit. */
    Limiter aikidoTurns() {
        return aikidoTurns;
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
        return deadline.before(aikidoTurns == Limiter.OPEN ? budget : budget.and(aikidoTurns));
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
