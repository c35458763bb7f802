package io.github.aikidoconnect.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An answer, read to its end. */
public final class HttpAnswer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private HttpAnswer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** Takes over what a client will have read. Cancelling the result cancels the call, whoever made the client. */
    public static CompletableFuture<HttpAnswer> of(CompletableFuture<HttpResponse<byte[]>> response) {
        CompletableFuture<HttpAnswer> answer =
                response.thenApply(read -> new HttpAnswer(read.statusCode(), read.headers(), read.body()));
        CompletableFuture<HttpAnswer> unused = answer.whenComplete((value, failure) -> {
            if (answer.isCancelled()) {
                response.cancel(true);
            }
        });
        return answer;
    }

    public int status() {
        return status;
    }

    /** Returns the first value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns the body as it came, a byte order mark included. Not to be changed. */
    byte[] bytes() {
        return body;
    }

    /** Returns the size of the body in bytes. */
    public int size() {
        return body.length;
    }

    /** Returns the body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Status and size: a body may hold anything, so it is not shown. */
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
