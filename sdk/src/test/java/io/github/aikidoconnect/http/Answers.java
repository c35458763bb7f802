package io.github.aikidoconnect.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSession;

/** Answers without a network. */
final class Answers {

    private Answers() {}

    static HttpAnswer of(int status, Map<String, String> headers) {
        return of(new Response(status, headers, "the body"));
    }

    static HttpAnswer withBody(String body) {
        return of(new Response(200, Map.of(), body));
    }

    private static HttpAnswer of(Response response) {
        return HttpAnswer.of(CompletableFuture.completedFuture(response)).join();
    }

    static HttpAnswer of(int status) {
        return of(status, Map.of());
    }

    private record Response(int statusCode, Map<String, String> given, String text) implements HttpResponse<byte[]> {

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(
                    given.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                    (name, value) -> true);
        }

        @Override
        public byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("https://example.com");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
