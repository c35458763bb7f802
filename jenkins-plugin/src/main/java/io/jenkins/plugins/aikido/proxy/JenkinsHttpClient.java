package io.jenkins.plugins.aikido.proxy;

import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import java.net.http.HttpClient;
import jenkins.model.Jenkins;

/** Makes the client that all calls of this plugin are carried by. */
public final class JenkinsHttpClient {

    private JenkinsHttpClient() {}

    /**
     * Returns a client that goes through the proxy of Manage Jenkins, System, where one is set, and follows no redirect.
     *
     * <p>Jenkins's own builder gives the client an authenticator for a proxy with a password, and the JDK then drops the
     * {@code Authorization} header of every request (JDK-8326949, as Jenkins's documentation of
     * {@link ProxyConfiguration#newHttpClientBuilder()} warns). So the proxy's password is sent as a header instead.
     */
    public static HttpClient create() {
        HttpClient jenkins = ProxyConfiguration.newHttpClientBuilder().build();
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy == null || jenkins.authenticator().isEmpty()) {
            return jenkins;
        }
        HttpClient.Builder plain = HttpClient.newBuilder();
        jenkins.proxy().ifPresent(plain::proxy);
        jenkins.connectTimeout().ifPresent(plain::connectTimeout);
        jenkins.executor().ifPresent(plain::executor);
        return new AuthenticatedProxyClient(
                plain.build(),
                proxy.getName() + ":" + proxy.getPort(),
                Util.fixNull(proxy.getUserName()) + ":" + Secret.toString(proxy.getSecretPassword()));
    }
}
