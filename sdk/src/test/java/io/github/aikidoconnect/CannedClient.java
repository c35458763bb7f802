package io.github.aikidoconnect;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Answers calls at once and without a network, so that thousands of runs take seconds. */
final class CannedClient extends OtherClient {

    private static final HttpClient REAL = HttpClient.newHttpClient();

    private final Function<HttpRequest, Canned> answers;

    CannedClient(Function<HttpRequest, Canned> answers) {
        super(REAL);
        this.answers = answers;
    }

    /** An answer. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Canned(int statusCode, Map<String, List<String>> given, byte[] body) implements HttpResponse.ResponseInfo {

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(given, (name, value) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private record Response<T>(Canned canned, T body, HttpRequest request) implements HttpResponse<T> {

        @Override
        public int statusCode() {
            return canned.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return canned.headers();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return canned.version();
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request,
            HttpResponse.BodyHandler<T> handler,
            HttpResponse.@Nullable PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Canned canned = answers.apply(request);
        HttpResponse.BodySubscriber<T> body = handler.apply(canned);
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {}

            @Override
            public void cancel() {}
        });
        body.onNext(List.of(ByteBuffer.wrap(canned.body())));
        body.onComplete();
        return body.getBody().toCompletableFuture().thenApply(read -> new Response<>(canned, read, request));
    }
}
