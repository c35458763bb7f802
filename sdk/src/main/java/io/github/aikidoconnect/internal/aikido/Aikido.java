package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCall;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.HttpFailure;
import io.github.aikidoconnect.internal.http.Json;
import io.github.aikidoconnect.internal.http.Redactor;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The client for one workspace of Aikido, through its public REST API (as published 2026-10). Each method sends one
 * call, except for the list, and throws {@link AikidoException} if the call fails or its answer is not the expected one.
 */
public final class Aikido {

    private static final String API = "/api/public/v1";
    private static final String TOKEN = "/api/oauth/token";

    /** The text of the API description (2026-10) for a workspace that does not accept a token by API. */
    private static final String NO_HANDOVER = "not available for your workspace";

    /** The largest page size that the API allows. */
    private static final int PAGE = 200;

    /** More pages than any workspace has. A longer list is a fault of the service. */
    private static final int PAGES = 10_000;

    /**
     * The number of consecutive pages without a new element after which the list counts as endless, because {@link
     * #PAGES} would take hours. A list that changes while it is read may repeat a page.
     */
    private static final int PAGES_WITHOUT_NEWS = 3;

    private final HttpCaller http;
    private final String base;
    private final AccessToken token;
    private final Redactor redactor;

    /**
     * @param http sends the calls, within the workspace's budget
     * @param tokens sends the requests for an access token, which do not count
     * @param url the base URL of the web page and the API, without the path of the API
     * @param client the id and secret of the API client
     * @param redactor removes secrets from the answers of Aikido
     */
    public Aikido(HttpCaller http, HttpCaller tokens, URI url, Credentials.Client client, Redactor redactor) {
        this.http = http;
        this.base = url.toString().replaceAll("/+$", "").replaceAll(API + "$", "");
        this.token = new AccessToken(tokens, URI.create(base + TOKEN), client, redactor, System::nanoTime);
        this.redactor = redactor;
    }

    /** Requests an access token, and returns normally if the client is accepted. */
    public void signIn() throws InterruptedException {
        token.get();
    }

    /** Returns the workspace that the client belongs to. Needs {@code basics:read}. */
    public Workspace workspace() throws InterruptedException {
        JsonNode json = read("/workspace");
        if (!isId(json.path("id"))) {
            throw AikidoAnswers.undescribed(false);
        }
        return Workspace.of(json);
    }

    /**
     * Returns the scopes of the API client as its access token names them, empty if the token is not readable. They are
     * used for checks only, because Aikido alone decides.
     */
    public Optional<Set<String>> grantedScopes() throws InterruptedException {
        return GrantedScopes.of(token.get());
    }

    /** Returns the workspace's configuration errors. Needs {@code basics:read}. */
    public List<ConfigurationError> configurationErrors() throws InterruptedException {
        JsonNode json = read("/workspace/configurationErrors");
        if (!json.isArray()) {
            throw AikidoAnswers.undescribed(false);
        }
        List<ConfigurationError> errors = new ArrayList<>();
        json.forEach(error -> errors.add(ConfigurationError.of(error, redactor::clean)));
        return errors;
    }

    /** Returns all repositories of the workspace, including those that are not monitored. */
    public List<CodeRepository> repositories() throws InterruptedException {
        return repositories(found -> false);
    }

    /**
     * Reads the list page by page until it ends, or until enough was found. A short page may be followed by others, so
     * only an empty page ends the list. Needs {@code repositories:read}.
     *
     * @param enough decides after each page, from its content, whether to stop
     */
    public List<CodeRepository> repositories(Predicate<List<CodeRepository>> enough) throws InterruptedException {
        Map<Long, CodeRepository> all = new LinkedHashMap<>();
        int withoutNews = 0;
        for (int page = 0; page < PAGES; page++) {
            JsonNode json = read("/repositories/code?page=" + page + "&per_page=" + PAGE
                    + "&include_inactive=true&include_labels=true");
            if (!json.isArray()) {
                throw AikidoAnswers.undescribed(false);
            }
            int before = all.size();
            List<CodeRepository> found = new ArrayList<>();
            for (JsonNode repository : json) {
                if (!isId(repository.path("id"))) {
                    throw AikidoAnswers.undescribed(false);
                }
                found.add(CodeRepository.of(repository));
            }
            // A list that changes while it is read may contain an element twice. The last one is the newest.
            found.forEach(repository -> all.put(repository.id(), repository));
            if (json.isEmpty() || enough.test(found)) {
                return List.copyOf(all.values());
            }
            withoutNews = all.size() == before ? withoutNews + 1 : 0;
            if (withoutNews == PAGES_WITHOUT_NEWS) {
                break;
            }
        }
        throw new AikidoException(Kind.UNAVAILABLE, "its list of repositories does not end", false);
    }

    private static boolean isId(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong();
    }

    /** Starts an import of new repositories. They appear in the list later. Needs {@code repositories:write}. */
    public void startImport() throws InterruptedException {
        write("/repositories/import", Map.of(), Confirmation.STATUS_OK);
    }

    /** Starts to monitor a repository. Needs {@code repositories:write}; has no effect if it is monitored. */
    public void activate(long id) throws InterruptedException {
        write("/repositories/code/activate", Map.of("code_repo_id", id), Confirmation.SUCCESS);
    }

    /** Stops monitoring a repository. Needs {@code repositories:write}; has no effect if it is not monitored. */
    public void deactivate(long id) throws InterruptedException {
        write("/repositories/code/deactivate", Map.of("code_repo_id", id), Confirmation.SUCCESS);
    }

    /** Starts a scan. Needs {@code repositories:write}. */
    public void scan(long id) throws InterruptedException {
        write("/repositories/code/" + id + "/scan", Map.of(), Confirmation.NO_CONTENT);
    }

    /** Hands a new token for reading source code over to the workspace. Needs {@code access_tokens:write}. */
    public HandoverAnswer handOver(Secret azureToken) throws InterruptedException {
        try {
            write("/access-tokens/code-scanning", Map.of("access_token", azureToken.reveal()), Confirmation.SUCCESS);
            return new HandoverAnswer.Accepted();
        } catch (AikidoException e) {
            if (e.isUncertain()) {
                return new HandoverAnswer.Unclear(e);
            }
            boolean unavailable = e.kind() == Kind.REFUSED && e.detail().contains(NO_HANDOVER);
            return new HandoverAnswer.Refused(
                    unavailable ? new AikidoException(Kind.HANDOVER_UNAVAILABLE, e.detail(), false) : e);
        }
    }

    private JsonNode read(String path) throws InterruptedException {
        return AikidoAnswers.read(send("GET", path, Map.of()), redactor::clean);
    }

    private void write(String path, Map<String, ?> body, Confirmation expected) throws InterruptedException {
        expected.verify(send("POST", path, body), redactor::clean);
    }

    private HttpAnswer send(String method, String path, Map<String, ?> body) throws InterruptedException {
        HttpAnswer answer = once(method, path, body);
        boolean write = !method.equals("GET");
        if (answer.status() < 200 || answer.status() > 299) {
            throw AikidoAnswers.failure(answer, write, redactor::clean);
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
                    URI.create(base + API + path),
                    new Credentials.Bearer(bearer),
                    Optional.ofNullable(json).map(given -> "application/json").orElse(null),
                    json));
        } catch (HttpFailure e) {
            boolean uncertain = !method.equals("GET") && !e.nothingSent();
            throw new AikidoException(Kind.NETWORK, redactor.clean(String.valueOf(e.getMessage())), uncertain);
        }
    }
}
