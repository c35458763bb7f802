package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AzureSignIn;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.azure.AccessTokens;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.SignIn;
import io.github.aikidoconnect.internal.azure.pat.PersonalTokens;
import io.github.aikidoconnect.internal.azure.signin.Identities;
import io.github.aikidoconnect.internal.azure.signin.SignInCalls;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Deadline;
import io.github.aikidoconnect.internal.limit.Limiter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The clients of both services for one run, with its credentials and time limits. They count its calls. */
final class ServiceClients {

    private final ConnectRequest request;
    private final ValidatedRequest validated;
    private final SharedTransports transports;
    private final Redactor redactor = new Redactor();
    private final HttpCaller azureHttp;
    private final HttpCaller aikidoHttp;
    private final HttpCaller tokenHttp;

    ServiceClients(ConnectRequest request, ValidatedRequest validated, SharedTransports transports) {
        this.request = request;
        this.validated = validated;
        this.transports = transports;
        request.azureToken().ifPresent(redactor::add);
        request.pipelineToken().ifPresent(redactor::add);
        request.entraAccess().map(EntraAccess::token).ifPresent(redactor::add);
        if (validated.hasAikidoClient()) {
            redactor.add(
                    request.aikidoClientId().orElseThrow(),
                    request.aikidoClientSecret().orElseThrow());
        }
        azureHttp = http(transports.azure(), transports.azureGate(), AzureDevOps::isHopeless);
        Limiter budget = transports.budget(
                validated.aikidoUrl().toString(),
                request.aikidoClientId().map(Secret::reveal).orElse(""),
                request.callsPerMinute());
        aikidoHttp = http(transports.jdk(), budget, answer -> false);
        tokenHttp = http(transports.jdk(), transports.time().before(transports.aikidoTurns()), answer -> false);
    }

    private HttpCaller http(Transport transport, Limiter gate, Predicate<HttpAnswer> hopeless) {
        return new HttpCaller(
                transports.traced(transport, redactor),
                gate,
                new HttpCaller.Policy(request.timeout(), hopeless, this::tell),
                transports.time());
    }

    private void tell(HttpCaller.Pause pause) {
        transports.tell(redactor.clean(pause.reason() + "; trying again"), pause.duration());
    }

    AzureDevOps azure() {
        AzureSignIn how = request.azureSignIn().orElse(null);
        if (how != null && how.method().isIdentity()) {
            AccessTokens tokens = transports.identity(how, this::accessTokens);
            return azure(SignIn.with(new RedactedTokens(tokens, redactor)));
        }
        Secret token = request.azureToken().orElseThrow();
        if (how instanceof AzureSignIn.GivenToken form) {
            return azure(SignIn.with(token, form));
        }
        return azure(transports.signIn(
                validated.azureUrls().base() + " " + validated.organization().orElseThrow(), token));
    }

    private AccessTokens accessTokens(AzureSignIn identity) {
        // Its endpoint is an address of this machine, which a proxy would look for on its own.
        boolean managed = identity.method() == SignInMethod.MANAGED_IDENTITY;
        Transport transport = managed ? JdkTransport.direct() : transports.jdk();
        // The instance metadata service has pauses of its own.
        boolean metadata = identity instanceof AzureSignIn.ManagedIdentity machine
                && machine.endpoint().header().isEmpty();
        HttpCaller http = http(transport, transports.time().before(Limiter.OPEN), answer -> metadata);
        return Identities.of(identity, new SignInCalls(http, redactor, transports.time(), this::tell));
    }

    /** Returns a client of Azure DevOps that signs in with another token than the one of the request. */
    AzureDevOps azure(Secret token) {
        return azure(SignIn.with(token));
    }

    private AzureDevOps azure(SignIn signIn) {
        return new AzureDevOps(
                azureHttp, validated.azureUrls(), validated.organization().orElseThrow(), signIn, redactor::clean);
    }

    /** Returns the tokens of the person whose access token the request has, empty if it has none. */
    Optional<PersonalTokens> personalTokens() {
        return request.entraAccess()
                .map(access -> new PersonalTokens(
                        azureHttp,
                        validated.azureUrls(),
                        validated.organization().orElseThrow(),
                        access.token(),
                        redactor));
    }

    /** Returns the client of the workspace, empty if the request has no API client. */
    Optional<Aikido> aikido() {
        if (!validated.hasAikidoClient()) {
            return Optional.empty();
        }
        return Optional.of(new Aikido(
                aikidoHttp,
                tokenHttp,
                validated.aikidoUrl(),
                new Credentials.Client(
                        request.aikidoClientId().orElseThrow(),
                        request.aikidoClientSecret().orElseThrow()),
                redactor));
    }

    /** Adds a remark to the trace, if there is one. */
    void note(String remark) {
        transports.note(redactor.clean(remark));
    }

    /** Returns the time per call at the rate limit. */
    Duration callEvery() {
        return transports.rateWindow().dividedBy(request.callsPerMinute());
    }

    Deadline time() {
        return transports.time();
    }

    ProjectReport.Calls calls() {
        return new ProjectReport.Calls(azureHttp.calls(), aikidoHttp.calls());
    }
}
