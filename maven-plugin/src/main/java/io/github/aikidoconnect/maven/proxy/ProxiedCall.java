package io.github.aikidoconnect.maven.proxy;

import io.github.aikidoconnect.Transport.ProxyAuthenticationException;
import io.github.aikidoconnect.Transport.Request;
import io.github.aikidoconnect.Transport.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import org.jspecify.annotations.Nullable;

/** One call: a future of its response, which aborts the call when it is cancelled. */
final class ProxiedCall extends CompletableFuture<Response> {

    /** The largest body. Ten thousand repositories are about 8 MiB. */
    private static final int LARGEST_BODY = 80 * 1024 * 1024;

    private final Optional<ProxyServer> proxy;
    private final HttpUriRequestBase call;

    ProxiedCall(Request request, Optional<ProxyServer> proxy) {
        this.proxy = proxy;
        this.call = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(call::addHeader);
        String body = request.body();
        if (body != null) {
            // The content type is one of the request's own headers.
            call.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), (ContentType) null));
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        call.cancel();
        return cancelled;
    }

    /**
     * Sends the call and completes the future.
     *
     * @param login the username and password of the proxy, null if it has none
     */
    void run(CloseableHttpClient client, @Nullable ProxyLogin login) {
        try (ProxyLogin.Attempt attempt = login == null ? () -> {} : login.begin()) {
            if (isDone()) {
                return;
            }
            complete(login == null ? send(client) : send(client, login));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            completeExceptionally(new IOException("Interrupted", e));
        } catch (ProxyAuthenticationException | ProxyException e) {
            completeExceptionally(e);
        } catch (UnknownHostException e) {
            completeExceptionally(proxy.isPresent() ? new ProxyException(named() + " was not found in DNS", e) : e);
        } catch (ConnectException | NoRouteToHostException e) {
            completeExceptionally(proxy.isPresent() ? new ProxyException(named() + " could not be reached", e) : e);
        } catch (IOException | RuntimeException e) {
            completeExceptionally(e);
        }
    }

    private Response send(CloseableHttpClient client) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        return client.execute(call, context, response -> received(response, context));
    }

    /** Records the proxy's answer before the attempt is closed: the next call must not try a refused password. */
    private Response send(CloseableHttpClient client, ProxyLogin login) throws IOException {
        try {
            Response response = send(client);
            login.accept();
            return response;
        } catch (ProxyAuthenticationException e) {
            login.refuse(e);
            throw e;
        }
    }

    private Response received(ClassicHttpResponse response, HttpClientContext context) throws IOException {
        refuseProxysOwn(response, context);
        Map<String, List<String>> headers = Arrays.stream(response.getHeaders())
                .collect(Collectors.groupingBy(
                        NameValuePair::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
        HttpEntity entity = response.getEntity();
        try (InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
            byte[] body = content.readNBytes(LARGEST_BODY);
            if (body.length == LARGEST_BODY) {
                call.cancel();
                throw new IOException("the answer is larger than " + LARGEST_BODY + " bytes");
            }
            return new Response(response.getCode(), headers, body);
        }
    }

    /** Apache HttpClient returns a proxy's refusal to open a tunnel like an answer of the target, but then without TLS. */
    private void refuseProxysOwn(ClassicHttpResponse response, HttpClientContext context) throws ConnectException {
        if (proxy.isEmpty()) {
            return;
        }
        if (response.getCode() == HttpStatus.SC_PROXY_AUTHENTICATION_REQUIRED) {
            throw new ProxyAuthenticationException(named()
                    + (proxy.get().username() == null
                            ? " requires a username and password, but none are set"
                            : " rejected the username and password"));
        }
        if ("https".equalsIgnoreCase(call.getScheme()) && context.getSSLSession() == null) {
            throw new ProxyException(named() + " refused to connect to "
                    + call.getAuthority().getHostName() + " (status " + response.getCode() + ")");
        }
    }

    private String named() {
        return "the proxy " + proxy.map(ProxyServer::toString).orElse("") + " of settings.xml";
    }
}
