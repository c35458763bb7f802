package io.github.aikidoconnect.maven.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** One call: a future of its answer, which aborts the call when it is cancelled or its time is over. */
final class Exchange<T> extends CompletableFuture<HttpResponse<T>> {

    private final HttpRequest request;
    private final BodyHandler<T> handler;
    private final Optional<ProxyServer> proxy;
    private final HttpUriRequestBase call;

    Exchange(HttpRequest request, BodyHandler<T> handler, Optional<ProxyServer> proxy) {
        this.request = request;
        this.handler = handler;
        this.proxy = proxy;
        this.call = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().map().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
    }

    Exchange<T> start(CloseableHttpClient client, Executor executor) {
        executor.execute(() -> run(client));
        request.timeout()
                .ifPresent(longest -> CompletableFuture.delayedExecutor(
                                longest.toMillis(), TimeUnit.MILLISECONDS, executor)
                        .execute(
                                () -> end(new HttpTimeoutException("No answer within " + longest.toMillis() + " ms"))));
        return this;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        call.cancel();
        return cancelled;
    }

    private void end(Exception failure) {
        if (completeExceptionally(failure)) {
            call.cancel();
        }
    }

    private void run(CloseableHttpClient client) {
        try {
            if (request.bodyPublisher().isPresent()) {
                byte[] body = Bodies.collect(request.bodyPublisher().get());
                if (body.length > 0 || request.bodyPublisher().get().contentLength() != 0) {
                    // The content type is one of the request's own headers.
                    call.setEntity(new ByteArrayEntity(body, (ContentType) null));
                }
            }
            HttpClientContext context = HttpClientContext.create();
            client.execute(call, context, response -> {
                refuseProxysOwn(response, context);
                receive(response);
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(new IOException("Interrupted", e));
        } catch (ProxyException e) {
            end(e);
        } catch (ConnectException | NoRouteToHostException | UnknownHostException e) {
            end(proxy.isPresent() ? new ProxyException(named() + " cannot be reached", e) : e);
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void receive(ClassicHttpResponse response) throws IOException {
        HttpHeaders headers = HttpHeaders.of(
                Arrays.stream(response.getHeaders())
                        .collect(Collectors.groupingBy(
                                NameValuePair::getName,
                                () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                                Collectors.mapping(Header::getValue, Collectors.toList()))),
                (name, value) -> true);
        BodySubscriber<T> subscriber = handler.apply(new Answer.Head(response.getCode(), headers));
        // A handler may give the body away before it has all come, as an InputStream for instance.
        subscriber.getBody().whenComplete((body, failure) -> {
            if (failure == null) {
                complete(new Answer<>(request, response.getCode(), headers, body));
            } else {
                completeExceptionally(failure);
            }
        });
        HttpEntity entity = response.getEntity();
        try (InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            Bodies.pump(content, subscriber);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Apache HttpClient returns a proxy's refusal to open a tunnel like an answer of the target, but then without TLS. */
    private void refuseProxysOwn(ClassicHttpResponse response, HttpClientContext context) throws ProxyException {
        if (proxy.isEmpty()) {
            return;
        }
        if (response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            throw ProxyException.refusedPassword(
                    named() + " does not accept the username and password that it has there");
        }
        if ("https".equalsIgnoreCase(request.uri().getScheme()) && context.getSSLSession() == null) {
            throw new ProxyException(
                    named() + " refuses to connect to " + request.uri().getHost() + " (status " + response.getCode()
                            + ")",
                    null);
        }
    }

    private String named() {
        return "the proxy " + proxy.map(ProxyServer::toString).orElse("") + " of settings.xml";
    }
}
