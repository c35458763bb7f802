package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.azure.AzureUrls.Host;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads single answers and paged lists from Azure DevOps. */
public final class AzureCalls {

    /** The API version of every call that does not name another one. */
    static final String VERSION = "7.1";

    /** More pages than any organization has. A longer list is a fault of the service. */
    private static final int PAGES = 1_000;

    private static final int OK = 200;
    private static final int REFUSED = 401;

    private static final String CONTINUATION_HEADER = "x-ms-continuationtoken";
    private static final String CONTINUATION_PARAMETER = "continuationToken";

    private final HttpCaller http;
    private final AzureUrls urls;
    private final SignIn signIn;
    private final UnaryOperator<String> clean;

    /** @param signIn provides other credentials after a refusal */
    AzureCalls(HttpCaller http, AzureUrls urls, SignIn signIn, UnaryOperator<String> clean) {
        this.http = http;
        this.urls = urls;
        this.signIn = signIn;
        this.clean = clean;
    }

    /** Reads one answer. A refusal is final: it shows what the token may do. */
    JsonNode get(Credentials credentials, Host host, List<String> path, Map<String, String> query)
            throws InterruptedException {
        return AzureAnswers.read(send(credentials, host, path, query), clean);
    }

    /** Reads one answer that a run needs, after a refusal with another access token. */
    JsonNode read(Credentials credentials, Host host, List<String> path, Map<String, String> query)
            throws InterruptedException {
        return AzureAnswers.read(sendAgain(credentials, host, path, query), clean);
    }

    /** Reads a list, {@code {"count": n, "value": [...]}}, and the pages that follow it. */
    <T> List<T> list(
            Credentials credentials, Host host, List<String> path, Map<String, String> query, Json.Element<T> element)
            throws InterruptedException {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.empty();
        do {
            Map<String, String> page = new LinkedHashMap<>(query);
            next.ifPresent(token -> page.put(CONTINUATION_PARAMETER, token));
            HttpAnswer answer = sendAgain(credentials, host, path, page);
            all.addAll(AzureAnswers.list(answer, clean, element));
            next = answer.header(CONTINUATION_HEADER).filter(token -> !token.isBlank());
            if (next.isPresent() && (!seen.add(next.get()) || seen.size() == PAGES)) {
                throw new AzureException(Kind.UNREADABLE, "its list does not end");
            }
        } while (next.isPresent());
        return all;
    }

    /** Reads the first page of a list. */
    List<JsonNode> page(Credentials credentials, Host host, List<String> path, Map<String, String> query)
            throws InterruptedException {
        return AzureAnswers.list(send(credentials, host, path, query), clean, Json.Element.whole(element -> element));
    }

    private HttpAnswer send(Credentials credentials, Host host, List<String> path, Map<String, String> query)
            throws InterruptedException {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.putIfAbsent("api-version", VERSION);
        try {
            HttpAnswer answer = http.send(HttpCall.get(urls.uri(host, path, parameters), credentials));
            if (AzureAnswers.needsPreview(answer)
                    && !parameters.get("api-version").contains("preview")) {
                // The preview resources change with the releases of the service, so its answer decides.
                parameters.put("api-version", VERSION + "-preview");
                answer = http.send(HttpCall.get(urls.uri(host, path, parameters), credentials));
            }
            if (answer.status() == OK && !(credentials instanceof Credentials.None)) {
                signIn.accepted();
            }
            return answer;
        } catch (HttpFailure e) {
            throw new AzureException(Kind.NETWORK, clean.apply(String.valueOf(e.getMessage())));
        }
    }

    /**
     * An access token can be revoked before it expires. Missing permissions are refused in the same way, so a call that
     * only tests a permission is not repeated.
     */
    private HttpAnswer sendAgain(Credentials credentials, Host host, List<String> path, Map<String, String> query)
            throws InterruptedException {
        HttpAnswer answer = send(credentials, host, path, query);
        Optional<Credentials> other = answer.status() == REFUSED ? signIn.insteadOf(credentials) : Optional.empty();
        return other.isEmpty() ? answer : send(other.get(), host, path, query);
    }

    /** Returns a member that the API guarantees. */
    public static String required(JsonNode object, String member) {
        return Json.text(object, member)
                .orElseThrow(() -> new AzureException(Kind.UNREADABLE, "an element of its answer has no " + member));
    }
}
