package io.github.aikidoconnect.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries calls with a {@link HttpClient} of the JDK: Aikido's always, Azure DevOps' where the caller brings one. */
public final class JdkTransport implements Transport {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private @Nullable HttpClient client;

    /** Uses the caller's client, which must not follow redirects: the JDK sends credentials along to the new host. */
    public JdkTransport(HttpClient client) {
        this.client = client;
    }

    private JdkTransport() {}

    /**
     * Uses a client with the JVM's proxy and trust settings. It is made by the first call: reading all certificates is
     * the most of what a short run does, and other calls can be on their way meanwhile.
     */
    public static JdkTransport create() {
        return new JdkTransport();
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
            client = made;
        }
        return made;
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        HttpRequest.BodyPublisher body = call.body() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(call.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(call.method(), body)
                .header("Accept", "application/json")
                .header("User-Agent", "aikido-connect");
        if (call.contentType() != null) {
            request.header("Content-Type", call.contentType());
        }
        call.credentials().header().ifPresent(value -> request.header("Authorization", value));
        return HttpAnswer.of(client().sendAsync(request.build(), new BoundedBody()));
    }
}
