package io.github.aikidoconnect;

import io.github.aikidoconnect.aikido.Aikido;
import io.github.aikidoconnect.aikido.CallBudget;
import io.github.aikidoconnect.aikido.SharedCalls;
import io.github.aikidoconnect.azure.AzdTransport;
import io.github.aikidoconnect.azure.AzureDevOps;
import io.github.aikidoconnect.azure.PersonalTokens;
import io.github.aikidoconnect.http.Gate;
import io.github.aikidoconnect.http.HttpCaller;
import io.github.aikidoconnect.http.JdkTransport;
import io.github.aikidoconnect.http.Pace;
import io.github.aikidoconnect.http.Redactor;
import io.github.aikidoconnect.http.Time;
import io.github.aikidoconnect.http.Transport;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The two services as one run sees them: its credentials, its time limits, its count of calls. */
final class Services {

    private final ConnectRequest request;
    private final Target target;
    private final Duration rateWindow;
    private final Redactor redactor = new Redactor();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final HttpCaller azureHttp;
    private final HttpCaller bearerHttp;
    private final HttpCaller aikidoHttp;
    private final HttpCaller tokenHttp;

    Services(
            ConnectRequest request,
            Target target,
            @Nullable HttpClient client,
            Duration rateWindow,
            Optional<Path> callFolder,
            Time time,
            ProgressListener progress) {
        this.request = request;
        this.target = target;
        this.rateWindow = rateWindow;
        request.azureToken().ifPresent(redactor::add);
        request.entraAccess().map(EntraAccess::token).ifPresent(redactor::add);
        if (target.hasAikidoClient()) {
            redactor.add(
                    request.aikidoClientId().orElseThrow(),
                    request.aikidoClientSecret().orElseThrow());
        }
        Transport azure = client == null ? new AzdTransport() : new JdkTransport(client);
        Transport aikido = client == null ? JdkTransport.create() : new JdkTransport(client);
        Gate pace = new Pace(time, wait -> tell(progress, "Azure DevOps asks to be called more slowly", wait));
        azureHttp = azureHttp(azure, pace, time, progress);
        // azd only reads, and sends every token as a password.
        bearerHttp = azureHttp(aikido, pace, time, progress);
        String clientId = request.aikidoClientId().map(Secret::reveal).orElse("");
        Gate budget = budget(target.aikidoUrl().toString(), clientId, rateWindow, callFolder, progress);
        aikidoHttp = new HttpCaller(
                aikido,
                budget,
                request.timeout(),
                answer -> false,
                pause -> tell(progress, pause.reason() + "; trying again", pause.duration()),
                time);
        tokenHttp = new HttpCaller(
                aikido,
                Gate.OPEN,
                request.timeout(),
                answer -> false,
                pause -> tell(progress, pause.reason() + "; trying again", pause.duration()),
                time);
    }

    private HttpCaller azureHttp(Transport transport, Gate pace, Time time, ProgressListener progress) {
        return new HttpCaller(
                transport,
                pace,
                request.timeout(),
                AzureDevOps::isHopeless,
                pause -> tell(progress, pause.reason() + "; trying again", pause.duration()),
                time);
    }

    private Gate budget(
            String url, String clientId, Duration window, Optional<Path> folder, ProgressListener progress) {
        int limit = request.callsPerMinute();
        Consumer<Duration> onWait = wait -> tell(progress, "Aikido allows " + limit + " calls a minute", wait);
        CallBudget process = CallBudget.shared(url, clientId, window);
        return folder.map(shared -> process.gate(limit, onWait, SharedCalls.in(shared, url, clientId, window)))
                .orElseGet(() -> process.gate(limit, onWait));
    }

    AzureDevOps azure() {
        return azure(request.azureToken().orElseThrow());
    }

    /** Returns the organization as another token than the request's shows it. */
    AzureDevOps azure(Secret token) {
        HttpCaller http = token.isJsonWebToken() ? bearerHttp : azureHttp;
        return new AzureDevOps(http, target.azureUrls(), target.organization().orElseThrow(), token, redactor::clean);
    }

    /** Returns the tokens of the person whose access token the request has, empty where it has none. */
    Optional<PersonalTokens> personalTokens() {
        return request.entraAccess()
                .map(access -> new PersonalTokens(
                        bearerHttp, target.azureUrls(), target.organization().orElseThrow(), access.token(), redactor));
    }

    /** Returns the workspace, empty where there is no API client for it. */
    Optional<Aikido> aikido() {
        if (!target.hasAikidoClient()) {
            return Optional.empty();
        }
        return Optional.of(new Aikido(
                aikidoHttp,
                tokenHttp,
                target.aikidoUrl(),
                request.aikidoClientId().orElseThrow(),
                request.aikidoClientSecret().orElseThrow(),
                redactor));
    }

    /** Returns the time that the budget has for each call. */
    Duration callEvery() {
        return rateWindow.dividedBy(request.callsPerMinute());
    }

    ProjectReport.Calls calls() {
        return new ProjectReport.Calls(azureHttp.calls() + bearerHttp.calls(), aikidoHttp.calls());
    }

    /** Calls that wait together are one piece of news, not one each. */
    private void tell(ProgressListener progress, String why, Duration wait) {
        long now = System.nanoTime();
        Long until = told.get(why);
        if (until == null || until - now <= 0) {
            told.put(why, now + wait.toNanos());
            progress.on(new Progress.Waiting(redactor.clean(why), wait));
        }
    }
}
