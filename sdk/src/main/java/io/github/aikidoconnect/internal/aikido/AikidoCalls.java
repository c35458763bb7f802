package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends the calls of one API client with its access token, and verifies their answers. */
final class AikidoCalls {

    /** More pages than any workspace has. A longer list is a fault of the service. */
    private static final int PAGES = 10_000;

    /**
     * The number of consecutive pages without a new element after which the list counts as endless, because {@link
     * #PAGES} would take hours. A list that changes while it is read may repeat a page.
     */
    private static final int PAGES_WITHOUT_NEWS = 3;

    private final HttpCaller http;
    private final String api;
    private final AccessToken token;
    private final UnaryOperator<String> clean;

    /**
     * @param api the base URL of the API
     * @param clean removes secrets from the texts of Aikido
     */
    AikidoCalls(HttpCaller http, String api, AccessToken token, UnaryOperator<String> clean) {
        this.http = http;
        this.api = api;
        this.token = token;
        this.clean = clean;
    }

    /** Returns whether a value is an id. */
    static boolean isId(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong();
    }

    JsonNode read(String path) throws InterruptedException {
        return AikidoAnswers.read(send("GET", path, Map.of()), clean);
    }

    /**
     * Reads a list page by page until it ends, or until enough was found. A short page may be followed by others, so only
     * an empty page ends the list.
     *
     * @param what the elements, for the message about a list that does not end
     * @param path returns the path of a page, counted from 0
     * @param enough decides after each page, from its content, whether to stop
     */
    <T> List<T> list(String what, IntFunction<String> path, Function<JsonNode, T> element, Predicate<List<T>> enough)
            throws InterruptedException {
        Map<Long, T> all = new LinkedHashMap<>();
        int withoutNews = 0;
        for (int page = 0; page < PAGES; page++) {
            JsonNode json = read(path.apply(page));
            if (!json.isArray()) {
                throw AikidoAnswers.undescribed(false);
            }
            int before = all.size();
            List<T> found = new ArrayList<>();
            for (JsonNode each : json) {
                if (!isId(each.path("id"))) {
                    throw AikidoAnswers.undescribed(false);
                }
                T read = element.apply(each);
                found.add(read);
                // A list that changes while it is read may contain an element twice. The last one is the newest.
                all.put(each.path("id").asLong(), read);
            }
            if (json.isEmpty() || enough.test(found)) {
                return List.copyOf(all.values());
            }
            withoutNews = all.size() == before ? withoutNews + 1 : 0;
            if (withoutNews == PAGES_WITHOUT_NEWS) {
                break;
            }
        }
        throw new AikidoException(Kind.UNAVAILABLE, "its list of " + what + " does not end", false);
    }

    JsonNode post(String path, Map<String, ?> body, Confirmation expected) throws InterruptedException {
        return write("POST", path, body, expected);
    }

    /** Sends a write and returns the body of the answer that confirms it; a missing node if it has none. */
    JsonNode write(String method, String path, Map<String, ?> body, Confirmation expected) throws InterruptedException {
        HttpAnswer answer = send(method, path, body);
        expected.verify(answer, clean);
        return Json.read(answer).orElse(MissingNode.getInstance());
    }

    private HttpAnswer send(String method, String path, Map<String, ?> body) throws InterruptedException {
        HttpAnswer answer = once(method, path, body);
        boolean write = !method.equals("GET");
        if (answer.status() < 200 || answer.status() > 299) {
            throw AikidoAnswers.failure(answer, write, clean);
        }
        return answer;
    }

    /** A token may be revoked early: after a 401, the call is sent once more with a new token. */
    private HttpAnswer once(String method, String path, Map<String, ?> body) throws InterruptedException {
        Secret bearer = token.get();
        HttpAnswer answer = send(method, path, body, bearer);
        if (answer.status() != 401) {
            return answer;
        }
        token.discard(bearer);
        return send(method, path, body, token.get());
    }

    private HttpAnswer send(String method, String path, Map<String, ?> body, Secret bearer)
            throws InterruptedException {
        @Nullable String json = body.isEmpty() ? null : Json.object(body);
        try {
            return http.send(new HttpCall(
                    method,
                    URI.create(api + path),
                    new Credentials.Bearer(bearer),
                    Optional.ofNullable(json).map(given -> "application/json").orElse(null),
                    json));
        } catch (HttpFailure e) {
            boolean uncertain = !method.equals("GET") && !e.nothingSent();
            throw new AikidoException(Kind.NETWORK, clean.apply(String.valueOf(e.getMessage())), uncertain);
        }
    }
}
