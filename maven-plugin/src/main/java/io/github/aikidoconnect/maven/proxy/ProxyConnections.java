package io.github.aikidoconnect.maven.proxy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.AuthSchemeFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.auth.BasicSchemeFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Configures Apache HttpClient to only send calls, without any feature of its own. */
final class ProxyConnections {

    private static final int CONNECTIONS = 20;

    private ProxyConnections() {}

    static CloseableHttpClient create(Proxies proxies, SSLContext tls) {
        return HttpClientBuilder.create()
                .setConnectionManager(connections(tls))
                .setRoutePlanner(new Routes(proxies))
                .setDefaultCredentialsProvider(credentials(proxies))
                .setDefaultAuthSchemeRegistry(RegistryBuilder.<AuthSchemeFactory>create()
                        .register(StandardAuthScheme.BASIC, BasicSchemeFactory.INSTANCE)
                        .build())
                .addResponseInterceptorLast(ProxyConnections::leaveTheTargetsChallengeAlone)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setProxyPreferredAuthSchemes(List.of(StandardAuthScheme.BASIC))
                        .setRedirectsEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    /**
     * The caller sends the target's credentials, so a 401 is returned to the caller. Challenges are ignored, because
     * those of Azure DevOps would be logged as malformed.
     */
    private static void leaveTheTargetsChallengeAlone(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context) {
        if (response.getCode() == HttpStatus.SC_UNAUTHORIZED) {
            HttpClientContext client = HttpClientContext.cast(context);
            client.setRequestConfig(RequestConfig.copy(client.getRequestConfigOrDefault())
                    .setAuthenticationEnabled(false)
                    .build());
        }
    }

    private static PoolingHttpClientConnectionManager connections(SSLContext tls) {
        AtomicLong number = new AtomicLong();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(socket -> {
                    QuietConnection connection = new QuietConnection("aikido-" + number.incrementAndGet());
                    if (socket != null) {
                        connection.bind(socket);
                    }
                    return connection;
                })
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(2 * CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        // Proxies close idle connections without notice, and a write is never sent twice.
                        .setValidateAfterInactivity(TimeValue.of(0, TimeUnit.MILLISECONDS))
                        .build())
                .build();
    }

    private static BasicCredentialsProvider credentials(Proxies proxies) {
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        for (ProxyServer proxy : proxies.servers()) {
            if (proxy.username() != null) {
                credentials.setCredentials(
                        new AuthScope(proxy.host(), proxy.port()),
                        new UsernamePasswordCredentials(
                                proxy.username(), proxy.password().toCharArray()));
            }
        }
        return credentials;
    }

    private static final class Routes extends DefaultRoutePlanner {

        private final Proxies proxies;

        Routes(Proxies proxies) {
            super(DefaultSchemePortResolver.INSTANCE);
            this.proxies = proxies;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return proxies.select(target.getSchemeName(), target.getHostName())
                    .map(proxy -> new HttpHost("http", proxy.host(), proxy.port()))
                    .orElse(null);
        }
    }
}
