package io.github.aikidoconnect.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Calls a simulator with the JDK's client and nothing of the product. */
final class Client {
    static final String VERSION = "api-version=7.1";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Simulator simulator;

    Client(Simulator simulator) {
        this.simulator = simulator;
    }

    /** A call to Azure DevOps with the shop's token. */
    HttpResponse<String> azure(String pathAndQuery) throws IOException, InterruptedException {
        return azure(Shop.TOKEN, pathAndQuery);
    }

    HttpResponse<String> azure(String token, String pathAndQuery, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.azureUrl() + pathAndQuery))
                .header("Authorization", basic("", token));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A call to Azure DevOps with an access token of Microsoft Entra; a body makes it one with that body. */
    HttpResponse<String> entra(String token, String method, String pathAndQuery, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.azureUrl() + pathAndQuery))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    HttpResponse<String> anonymous(String pathAndQuery) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.azureUrl() + pathAndQuery)));
    }

    HttpResponse<String> token(String id, String secret, String contentType, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(simulator.aikidoUrl() + "/api/oauth/token"))
                .header("Authorization", basic(id, secret))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    /** An access token for the shop's API client. */
    String accessToken() throws IOException, InterruptedException {
        return json(token(
                        Shop.CLIENT_ID,
                        Shop.CLIENT_SECRET,
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials"))
                .path("access_token")
                .asText();
    }

    HttpResponse<String> get(String accessToken, String pathAndQuery) throws IOException, InterruptedException {
        return send(api(accessToken, pathAndQuery));
    }

    HttpResponse<String> post(String accessToken, String pathAndQuery, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = api(accessToken, pathAndQuery);
        return body.isEmpty()
                ? send(request.POST(BodyPublishers.noBody()))
                : send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String accessToken, String path, String body) throws IOException, InterruptedException {
        return send(api(accessToken, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    static String text(Map<String, Object> json) throws IOException {
        return MAPPER.writeValueAsString(json);
    }

    private HttpRequest.Builder api(String accessToken, String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(simulator.aikidoUrl() + "/api/public/v1" + pathAndQuery))
                .header("Authorization", "Bearer " + accessToken);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
