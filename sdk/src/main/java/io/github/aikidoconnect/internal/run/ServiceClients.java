package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.SignIn;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Deadline;
import io.github.aikidoconnect.internal.limit.Limiter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The two services as one run sees them: its credentials, its time limits, its count of calls. */
final class ServiceClients {

    private final ConnectRequest request;
    private final ValidatedRequest target;
    private final SharedTransports carriers;
    private final Redactor redactor = new Redactor();
    private final HttpCaller azureHttp;
    private final HttpCaller aikidoHttp;
    private final HttpCaller tokenHttp;

    ServiceClients(ConnectRequest request, ValidatedRequest target, SharedTransports carriers) {
        this.request = request;
        this.target = target;
        this.carriers = carriers;
        request.azureToken().ifPresent(redactor::add);
        request.pipelineToken().ifPresent(redactor::add);
        request.entraAccess().map(EntraAccess::token).ifPresent(redactor::add);
        if (target.hasAikidoClient()) {
            redactor.add(
                    request.aikidoClientId().orElseThrow(),
                    request.aikidoClientSecret().orElseThrow());
        }
        azureHttp = http(carriers.azure(), carriers.azureGate(), AzureDevOps::isHopeless);
        Limiter budget = carriers.budget(
                target.aikidoUrl().toString(),
                request.aikidoClientId().map(Secret::reveal).orElse(""),
                request.callsPerMinute());
        aikidoHttp = http(carriers.jdk(), budget, answer -> false);
        tokenHttp = http(carriers.jdk(), carriers.time().before(carriers.aikidoTurns()), answer -> false);
    }

    private HttpCaller http(Transport transport, Limiter gate, Predicate<HttpAnswer> hopeless) {
        return new HttpCaller(
                carriers.traced(transport, redactor),
                gate,
                request.timeout(),
                hopeless,
                pause -> carriers.tell(redactor.clean(pause.reason() + "; trying again"), pause.duration()),
                carriers.time());
    }

    AzureDevOps azure() {
        Secret token = request.azureToken().orElseThrow();
        return azure(carriers.signIn(
                target.azureUrls().base() + " " + target.organization().orElseThrow(), token));
    }

    /** Returns the organization as another token than the request's shows it. */
    AzureDevOps azure(Secret token) {
        return azure(new SignIn(token));
    }

    private AzureDevOps azure(SignIn signIn) {
        return new AzureDevOps(
                azureHttp, target.azureUrls(), target.organization().orElseThrow(), signIn, redactor::clean);
    }

    /** Returns the tokens of the person whose access token the request has, empty where it has none. */
    Optional<PersonalTokens> personalTokens() {
        return request.entraAccess()
                .map(access -> new PersonalTokens(
                        azureHttp, target.azureUrls(), target.organization().orElseThrow(), access.token(), redactor));
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
        return carriers.rateWindow().dividedBy(request.callsPerMinute());
    }

    Deadline time() {
        return carriers.time();
    }

    ProjectReport.Calls calls() {
        return new ProjectReport.Calls(azureHttp.calls(), aikidoHttp.calls());
    }
}
