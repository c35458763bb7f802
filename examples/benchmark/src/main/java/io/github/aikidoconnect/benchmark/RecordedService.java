package io.github.aikidoconnect.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers like the simulator, but from memory: each answer is made once. So a client is measured, and not the work of the
 * simulator.
 */
final class RecordedService implements AutoCloseable {

    private static final int THREADS = 16;

    /** What Azure DevOps answers to a client that asks where a resource is; the simulator has no such resource. */
    private static final Map<String, String> LOCATIONS = Map.of(
            "/_apis/resourceAreas",
            "{\"count\":0,\"value\":[]}",
            "/_apis/Location",
            location("e81700f7-3be2-46de-8624-2eb35882fcaa", "Location", "resourceAreas", "_apis/{resource}/{areaId}"),
            "/_apis/git",
            location(
                    "225f7195-f9c7-4d14-ab28-a83f7ff77e1f",
                    "git",
                    "repositories",
                    "{project}/_apis/{area}/{resource}/{repositoryId}"));

    private static String location(String id, String area, String resource, String route) {
        return """
               {"count":1,"value":[{"id":"%s","area":"%s","resourceName":"%s","routeTemplate":"%s","resourceVersion":2,\
               "minVersion":"1.0","maxVersion":"7.2","releasedVersion":"7.1"}]}""".formatted(id, area, resource, route);
    }

    private final URI simulator;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, HttpResponse<byte[]>> answers = new ConcurrentHashMap<>();

    private RecordedService(URI simulator) throws IOException {
        this.simulator = simulator;
        // Without this, the server waits for the acknowledgement of the headers before it sends the body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    /** Starts a server in front of a simulator. */
    static RecordedService start(URI simulator) throws IOException {
        RecordedService service = new RecordedService(simulator);
        service.server.createContext("/", service::answer);
        service.server.setExecutor(service.threads);
        service.server.start();
        return service;
    }

    /** Returns the address that takes the place of the simulator's. */
    URI url(URI ofSimulator) {
        int port = server.getAddress().getPort();
        return URI.create("http://localhost:" + port + ofSimulator.getRawPath());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            for (Map.Entry<String, String> location : LOCATIONS.entrySet()) {
                if (path.endsWith(location.getKey())) {
                    send(exchange, 200, location.getValue().getBytes(StandardCharsets.UTF_8));
                    return;
                }
            }
            HttpResponse<byte[]> answer = answers.computeIfAbsent(key(exchange), first -> ask(exchange));
            send(exchange, answer.statusCode(), answer.body());
        }
    }

    private static String key(HttpExchange exchange) {
        return exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization");
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange) {
        URI asked = exchange.getRequestURI();
        // Microsoft's client names the version in the Accept header, which the simulator does not read.
        String path = asked.getRawQuery() == null ? asked + "?api-version=7.1" : asked.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(simulator.resolve(path));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The simulator did not answer", e);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
