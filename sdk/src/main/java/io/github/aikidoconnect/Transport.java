package io.github.aikidoconnect;

import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends HTTP calls: the extension point for a proxy, a company's own HTTP client or a recording. {@link
 * AikidoConnect.Builder#transport} takes one; it then sends every call of every run.
 *
 * <p>An implementation sends each call once. It follows no redirects, because the call carries credentials; it keeps no
 * cookies and repeats no call. It needs no time limit: the SDK cancels the future after the time limit, and the
 * implementation then ends the call. Several threads use it at the same time. The headers of a request contain
 * credentials and must not be logged.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a call.
     *
     * @return the complete response, with any status. The future fails with an {@link java.io.IOException} if no
     *     complete response arrived. A {@link java.net.ConnectException} means that nothing was sent, so that even a
     *     write may be repeated; its message is shown to the user
     */
    CompletableFuture<Response> send(Request request);

    /**
     * A call.
     *
     * @param method the HTTP method in capital letters
     * @param uri the complete, encoded URL
     * @param headers the headers to send, each once, including the credentials
     * @param body the body, to be sent in UTF-8; null for a call without a body
     */
    record Request(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable String body) {

        /**
         * Copies the headers.
         *
         * @throws IllegalArgumentException if a value has a character that a header cannot contain (RFC 9110, 5.5). The
         *     message does not show the value: it may be a token
         */
        public Request {
            headers = Map.copyOf(headers);
            headers.forEach((name, value) -> {
                if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                    throw new IllegalArgumentException(
                            "The value of the header " + name + " has a character that a header cannot contain");
                }
            });
        }

        /** Returns method and URL without the query. The headers are not shown, because they contain credentials. */
        @Override
        public String toString() {
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return method + " " + host + uri.getRawPath();
        }
    }

    /** A proxy required a username and password, or rejected the given ones. Nothing was sent to the target. */
    final class ProxyAuthenticationException extends ConnectException {

        private static final long serialVersionUID = 1L;

        /**
         * Creates an exception.
         *
         * @param message the text for the user; it names the proxy and what to do
         */
        public ProxyAuthenticationException(String message) {
            super(message);
        }
    }

    /** A complete response. */
    final class Response {

        private final int status;
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final byte[] body;

        /**
         * Creates a response.
         *
         * @param status the status code
         * @param headers the headers, with names in any case
         * @param body the body as received; the caller must not change it afterwards
         */
        public Response(int status, Map<String, List<String>> headers, byte[] body) {
            this.status = status;
            this.headers.putAll(headers);
            this.body = body;
        }

        /** Returns the status code. */
        public int status() {
            return status;
        }

        /** Returns the first value of a header. The name is case-insensitive. */
        public Optional<String> header(String name) {
            List<String> values = headers.getOrDefault(name, List.of());
            return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
        }

        /** Returns the body as received. The caller must not change it. */
        public byte[] body() {
            return body;
        }

        /** Returns status and size. The body is not shown, because it may contain secrets. */
        @Override
        public String toString() {
            return status + ", " + body.length + " bytes";
        }
    }
}
