package io.jenkins.plugins.aikido.proxy;

import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.util.Secret;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.Transport;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import jenkins.model.Jenkins;

/** Creates the transport that sends all calls of this plugin. */
public final class JenkinsTransport {

    private JenkinsTransport() {}

    /**
     * Returns a transport that goes through the proxy of Manage Jenkins, System, if one is set, and follows no redirect.
     *
     * <p>The builder of Jenkins sets an authenticator for a proxy with a password, and the JDK then drops the
     * {@code Authorization} header of every request (JDK-8326949; the documentation of
     * {@link ProxyConfiguration#newHttpClientBuilder()} warns of it). Therefore the password is sent as a header.
     */
    public static Transport create() {
        HttpClient jenkins = ProxyConfiguration.newHttpClientBuilder().build();
        ProxySelector proxies = jenkins.proxy().orElse(null);
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxies == null || proxy == null) {
            return AikidoConnect.transportOf(jenkins);
        }
        HttpClient.Builder client = HttpClient.newBuilder().proxy(new LoopbackWithoutProxy(proxies));
        jenkins.connectTimeout().ifPresent(client::connectTimeout);
        jenkins.executor().ifPresent(client::executor);
        Transport transport = AikidoConnect.transportOf(client.build());
        return jenkins.authenticator().isEmpty()
                ? transport
                : new AuthenticatedProxyTransport(
                        transport,
                        proxy.getName() + ":" + proxy.getPort(),
                        Util.fixNull(proxy.getUserName()) + ":" + Secret.toString(proxy.getSecretPassword()));
    }
}
