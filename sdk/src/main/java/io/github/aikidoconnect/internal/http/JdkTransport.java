package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.Transport;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Sends calls with a {@link HttpClient} of the JDK: to Aikido always, to Azure DevOps if the caller brings a client. */
public final class JdkTransport implements Transport {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final boolean direct;
    private @Nullable HttpClient client;

    /** Uses the caller's client, which must not follow redirects: the JDK would send the credentials to the new host. */
    public JdkTransport(HttpClient client) {
        this.client = client;
        this.direct = false;
    }

    private JdkTransport(boolean direct) {
        this.direct = direct;
    }

    /**
     * Uses a client with the JVM's proxy and trust settings. The first call creates it: reading the certificates takes
     * most of the time of a short run, and other calls can run meanwhile.
     */
    public static JdkTransport create() {
        return new JdkTransport(false);
    }

    /** Uses a client without a proxy, for addresses that a proxy would look for on its own machine. */
    public static JdkTransport direct() {
        return new JdkTransport(true);
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT);
            made = (direct ? builder.proxy(HttpClient.Builder.NO_PROXY) : builder).build();
            client = made;
        }
        return made;
    }

    @Override
    public CompletableFuture<Response> send(Request request) {
        String body = request.body();
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .method(
                        request.method(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.headers().forEach(builder::header);
        HttpClient sender = client();
        ProxySelector proxies = sender.proxy().orElseGet(ProxySelector::getDefault);
        return received(sender.sendAsync(builder.build(), new BoundedBody()), ProxyFailure.on(request.uri(), proxies));
    }

    /**
     * Sends a call with a client of the JDK. Cancelling the result cancels the call.
     *
     * @param proxyFailure distinguishes failures of a proxy from those of the target
     */
    public static CompletableFuture<Response> received(
            CompletableFuture<HttpResponse<byte[]>> sent, ProxyFailure proxyFailure) {
        CompletableFuture<Response> result = new CompletableFuture<>();
        CompletableFuture<HttpResponse<byte[]>> unused = sent.whenComplete((read, failure) -> {
            if (failure != null) {
                result.completeExceptionally(proxyFailure.explained(failure));
            } else if (proxyFailure.isRefusal(read.statusCode())) {
                result.completeExceptionally(proxyFailure.refused());
            } else {
                result.complete(new Response(read.statusCode(), read.headers().map(), read.body()));
            }
        });
        CompletableFuture<Response> unusedToo = result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                sent.cancel(true);
            }
        });
        return result;
    }
}
