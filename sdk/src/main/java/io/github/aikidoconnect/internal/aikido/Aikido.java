package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.Redactor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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

    private final AikidoCalls calls;
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
        String base = url.toString().replaceAll("/+$", "").replaceAll(API + "$", "");
        this.token = new AccessToken(tokens, URI.create(base + TOKEN), client, redactor, System::nanoTime);
        this.calls = new AikidoCalls(http, base + API, token, redactor::clean);
        this.redactor = redactor;
    }

    /** Requests an access token, and returns normally if the client is accepted. */
    public void signIn() throws InterruptedException {
        token.get();
    }

    /** Returns the workspace that the client belongs to. Needs {@code basics:read}. */
    public Workspace workspace() throws InterruptedException {
        JsonNode json = calls.read("/workspace");
        if (!AikidoCalls.isId(json.path("id"))) {
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
        JsonNode json = calls.read("/workspace/configurationErrors");
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
     * Reads the list page by page until it ends, or until enough was found. Needs {@code repositories:read}.
     *
     * @param enough decides after each page, from its content, whether to stop
     */
    public List<CodeRepository> repositories(Predicate<List<CodeRepository>> enough) throws InterruptedException {
        return calls.list(
                "repositories",
                page -> "/repositories/code?page=" + page + "&per_page=" + PAGE
                        + "&include_inactive=true&include_labels=true",
                CodeRepository::of,
                enough);
    }

    /** Returns the calls that read and write the settings of single repositories. */
    public RepositorySettingsClient settings() {
        return new RepositorySettingsClient(calls);
    }

    /** Returns the calls about pull requests and findings. */
    public WorkspaceInsights insights() {
        return new WorkspaceInsights(calls);
    }

    /** Returns the calls about teams. */
    public Teams teams() {
        return new Teams(calls);
    }

    /** Starts an import of new repositories. They appear in the list later. Needs {@code repositories:write}. */
    public void startImport() throws InterruptedException {
        calls.post("/repositories/import", Map.of(), Confirmation.STATUS_OK);
    }

    /** Starts to monitor a repository. Needs {@code repositories:write}; has no effect if it is monitored. */
    public void activate(long id) throws InterruptedException {
        calls.post("/repositories/code/activate", Map.of("code_repo_id", id), Confirmation.SUCCESS);
    }

    /** Stops monitoring a repository. Needs {@code repositories:write}; has no effect if it is not monitored. */
    public void deactivate(long id) throws InterruptedException {
        calls.post("/repositories/code/deactivate", Map.of("code_repo_id", id), Confirmation.SUCCESS);
    }

    /** Starts a scan. Needs {@code repositories:write}. */
    public void scan(long id) throws InterruptedException {
        calls.post("/repositories/code/" + id + "/scan", Map.of(), Confirmation.NO_CONTENT);
    }

    /** Hands a new token for reading source code over to the workspace. Needs {@code access_tokens:write}. */
    public HandoverAnswer handOver(Secret azureToken) throws InterruptedException {
        try {
            calls.post(
                    "/access-tokens/code-scanning", Map.of("access_token", azureToken.reveal()), Confirmation.SUCCESS);
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
}
