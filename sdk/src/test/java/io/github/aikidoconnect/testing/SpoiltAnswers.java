package io.github.aikidoconnect.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The answers that the simulator gave to a run once, with something in them changed. */
public final class SpoiltAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Recording RECORDING = record();

    /** The id in Aikido of a repository that has moved to another project, and is never to be deactivated. */
    public static final long MOVED = 70;

    private final Map<String, Canned> spoilt = new HashMap<>();

    /** What of an answer is changed. */
    enum Part {
        VALUE,
        BYTES,
        STATUS,
        HEADER
    }

    /**
     * A change of one answer.
     *
     * @param answer which one, counted on from the first after the last
     * @param place where in it, counted in the same way
     * @param text what is put there: JSON, anything, a status, or a header with its name
     */
    public record Change(Part part, int answer, int place, String text) {}

    private record Recording(ConnectRequest request, TreeMap<String, Exchange> exchanges) {}

    SpoiltAnswers(List<Change> changes) {
        List<String> calls = List.copyOf(RECORDING.exchanges().keySet());
        for (Change change : changes) {
            String call = calls.get(change.answer() % calls.size());
            spoilt.put(call, spoil(answer(call), change));
        }
    }

    /** The request that the answers were recorded with: it imports, activates, prunes, scans and hands over. */
    public static ConnectRequest request() {
        return RECORDING.request();
    }

    private static Recording record() {
        Simulator simulator = Simulator.start(Setup.imported(
                        Setup.shop().project(Shop.PROJECT, project -> project.withTfvcEnabled(true)), "shop-web")
                .workspace(workspace -> workspace.withRepositories(
                        Stream.concat(workspace.repositories().stream(), Stream.of(moved(), gone()))
                                .toList())));
        try (simulator;
                AikidoConnect aikido = RunProperties.entry().build()) {
            ConnectRequest request = Setup.request(simulator)
                    .prune(true)
                    .pruneLimit(100)
                    .scan(true)
                    .handover(Handover.ALWAYS)
                    .allowSharedWorkspace(true)
                    .excludes(List.of("shop-web"))
                    .syncTimeout(Duration.ZERO)
                    .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                    .build();
            aikido.check(request);
            aikido.connect(request);
            aikido.list(request.toBuilder().project(null).build());
            aikido.token(
                    TokenRequest.builder(request).action(TokenAction.ROTATE).build());
            TreeMap<String, Exchange> exchanges = new TreeMap<>();
            simulator.exchanges().forEach(exchange -> exchanges.put(exchange.summary(), exchange));
            return new Recording(request, exchanges);
        }
    }

    /** Monitored under this project's address, and in another project of Azure DevOps. */
    private static CodeRepository moved() {
        return gone().withId(MOVED).withExternalRepoId("77777777-1c8e-4a7e-9d55-6f7a8b9c0d07");
    }

    private static CodeRepository gone() {
        return CodeRepository.of(
                MOVED + 1,
                "gone",
                true,
                "99999999-1c8e-4a7e-9d55-6f7a8b9c0d99",
                "https://dev.azure.com/contoso/Shop%20Front/_git/gone");
    }

    /** Returns the answer to a call; each page of a list is the first one. */
    public Canned to(Transport.Request call) {
        String query = call.uri().getRawQuery() == null ? "" : call.uri().getRawQuery();
        String page = query.replaceAll("continuationToken=[^&]*&?", "");
        return answer(call.method() + " " + call.uri().getRawPath() + (page.isEmpty() ? "" : "?" + page));
    }

    private Canned answer(String call) {
        Canned changed = spoilt.get(call);
        if (changed != null) {
            return changed;
        }
        Exchange recorded = RECORDING.exchanges().get(call);
        return recorded == null
                ? canned(404, "Content-Type", "application/json", "{}")
                : canned(recorded.status(), "Content-Type", "application/json", recorded.responseBody());
    }

    private static Canned canned(int status, String header, String value, String body) {
        return new Canned(status, Map.of(header, List.of(value)), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Canned spoil(Canned answer, Change change) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        String text = change.text();
        return switch (change.part()) {
            case VALUE -> new Canned(answer.statusCode(), answer.given(), replaced(body, change));
            case BYTES -> {
                int at = change.place() % (body.length() + 1);
                int end = Math.min(body.length(), at + change.place() % 7);
                yield new Canned(
                        answer.statusCode(),
                        answer.given(),
                        (body.substring(0, at) + text + body.substring(end)).getBytes(StandardCharsets.UTF_8));
            }
            case STATUS -> new Canned(Integer.parseInt(text), answer.given(), answer.body());
            case HEADER -> {
                int colon = text.indexOf(':');
                yield canned(answer.statusCode(), text.substring(0, colon), text.substring(colon + 1), body);
            }
        };
    }

    private static byte[] replaced(String body, Change change) {
        try {
            JsonNode root = JSON.readTree(body);
            JsonNode value = JSON.readTree(change.text());
            List<Consumer<JsonNode>> places = new ArrayList<>();
            collect(root, places);
            if (places.isEmpty()) {
                return JSON.writeValueAsBytes(value);
            }
            places.get(change.place() % places.size()).accept(value);
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException spoiltBefore) {
            return change.text().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.add(value -> object.replace(name, value));
                collect(object.get(name), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                places.add(value -> array.set(index, value));
                collect(array.get(i), places);
            }
        }
    }
}
