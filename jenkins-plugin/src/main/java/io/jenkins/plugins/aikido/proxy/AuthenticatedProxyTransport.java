package io.jenkins.plugins.aikido.proxy;

import io.github.aikidoconnect.Transport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Adds the proxy's username and password to every call. The JDK sends that header to the proxy only, never to the target.
 *
 * <p>The other calls wait until the proxy has accepted the first one. Thus a wrong password is sent once: if all calls of a run
 * sent it, the proxy might lock the account.
 */
final class AuthenticatedProxyTransport implements Transport {

    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final Transport transport;
    private final String proxy;
    private final String authorization;

    private boolean accepted;
    private ProxyAuthenticationException refusal;
    private CompletableFuture<Response> first;

    /**
     * @param transport sends calls through the proxy
     * @param proxy the host and port of the proxy, for messages
     * @param credentials {@code user:password}
     */
    AuthenticatedProxyTransport(Transport transport, String proxy, String credentials) {
        this.transport = transport;
        this.proxy = proxy;
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        CompletableFuture<Response> waitFor;
        synchronized (this) {
            if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
            }
            waitFor = accepted ? null : first;
            if (!accepted && first == null) {
                first = new CompletableFuture<>();
                return firstCall(request, first);
            }
        }
        CompletableFuture<Response> result = new CompletableFuture<>();
        if (waitFor == null) {
            forward(request, result);
        } else {
            waitFor.whenComplete((response, failure) -> {
                if (!result.isDone()) {
                    pass(send(request), result);
                }
            });
        }
        return result;
    }

    private CompletableFuture<Response> firstCall(Request request, CompletableFuture<Response> done) {
        CompletableFuture<Response> result = new CompletableFuture<>();
        result.whenComplete((response, failure) -> {
            synchronized (this) {
                accepted |= failure == null;
                if (failure instanceof ProxyAuthenticationException refused) {
                    refusal = refused;
                }
                first = null;
            }
            // Waiting calls read the state and not this result.
            done.complete(null);
        });
        forward(request, result);
        return result;
    }

    private void forward(Request request, CompletableFuture<Response> result) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Proxy-Authorization", authorization);
        CompletableFuture<Response> sent =
                transport.send(new Request(request.method(), request.uri(), headers, request.body()));
        pass(
                sent.exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof ProxyAuthenticationException ? refused(request.uri()) : failure)),
                result);
        cancelWith(result, sent);
    }

    private static void pass(CompletableFuture<Response> sent, CompletableFuture<Response> result) {
        sent.whenComplete((response, failure) -> {
            if (failure == null) {
                result.complete(response);
            } else {
                result.completeExceptionally(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
        });
        cancelWith(result, sent);
    }

    private static void cancelWith(CompletableFuture<Response> result, CompletableFuture<Response> sent) {
        result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                sent.cancel(true);
            }
        });
    }

    private ProxyAuthenticationException refused(URI uri) {
        String named = "the proxy " + proxy + " of Manage Jenkins, System ";
        return new ProxyAuthenticationException(
                "https".equalsIgnoreCase(uri.getScheme()) && !sendsThroughTunnels()
                        ? named
                                + "requires a username and password, which Java does not send for https. Start Jenkins with -D"
                                + DISABLED_SCHEMES + "="
                        : named + "rejected its username and password");
    }

    /** Returns whether Java sends a password to a proxy for https, which requires an option at its start. */
    private static boolean sendsThroughTunnels() {
        String disabled = System.getProperty(DISABLED_SCHEMES);
        return disabled != null && !disabled.toLowerCase(Locale.ROOT).contains("basic");
    }
}
