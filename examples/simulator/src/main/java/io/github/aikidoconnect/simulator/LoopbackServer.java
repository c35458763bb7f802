package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Gateway;
import io.github.aikidoconnect.simulator.http.Route;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** The HTTP server. It listens on the loopback interface only. */
final class LoopbackServer {
    private static final String HOST = "127.0.0.1";
    private static final List<HandlerType> METHODS =
            List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);

    private final Gateway gateway;
    private final @Nullable Certificate certificate;
    private final Javalin javalin;

    LoopbackServer(int port, @Nullable Certificate certificate, Gateway gateway, List<Service> services) {
        this.gateway = gateway;
        this.certificate = certificate;
        this.javalin = Javalin.create(config -> {
            configure(config, port);
            services.forEach(service -> route(config, service));
            // A call to neither service is also recorded: its client built the URL wrongly.
            others(config, "", call -> Answer.empty(404));
        });
        javalin.start();
    }

    URI url() {
        return URI.create((certificate == null ? "http://" : "https://") + HOST + ":" + javalin.port());
    }

    void stop() {
        javalin.stop();
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            ((CuttingConnector) connector).cut();
        }
    }

    private void configure(JavalinConfig config, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setDaemon(true);
        threads.setName("simulator");
        config.jetty.threadPool = threads;
        // A graceful stop would wait for calls that a test lets hang.
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.addConnector((server, http) -> connector(server, http, port));
    }

    private ServerConnector connector(Server server, HttpConfiguration http, int port) {
        ServerConnector connector = new CuttingConnector(
                server,
                certificate == null
                        ? new ConnectionFactory[] {new HttpConnectionFactory(http)}
                        : certificate.protocols(http));
        connector.setHost(HOST);
        connector.setPort(port);
        return connector;
    }

    private void route(JavalinConfig config, Service service) {
        add(config, HandlerType.GET, service.gets());
        add(config, HandlerType.POST, service.posts());
        add(config, HandlerType.PUT, service.puts());
        add(config, HandlerType.DELETE, service.deletes());
        others(config, service.root(), service.others());
    }

    private void others(JavalinConfig config, String root, Route route) {
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, root + "/<rest>", gateway.handler(route));
        }
    }

    private void add(JavalinConfig config, HandlerType method, Map<String, Route> routes) {
        routes.forEach((path, route) -> config.routes.addHttpHandler(method, path, gateway.handler(route)));
    }

    /** A service and its paths, in the notation of the HTTP library. */
    record Service(
            String root,
            Map<String, Route> gets,
            Map<String, Route> posts,
            Map<String, Route> puts,
            Map<String, Route> deletes,
            Route others) {}
}
