package io.github.aikidoconnect.simulator.aikido;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Route;
import io.github.aikidoconnect.simulator.scenario.AikidoScenario;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The simulated Aikido. Its paths, scopes and answers are those of Aikido's published API description (2026-10), with
 * one correction seen on the live service: the list of repositories is an array.
 */
public final class AikidoService {
    private static final String API = "/aikido/api/public/v1";

    private final List<WorkspaceState> workspaces;
    private final ApiTokens tokens;

    public AikidoService(AikidoScenario aikido, AzureScenario azure) {
        this.workspaces = aikido.workspaces().stream()
                .map(w -> new WorkspaceState(w, azure))
                .toList();
        this.tokens = new ApiTokens(aikido.tokenLifetimeSeconds(), aikido.accessTokens(), workspaces);
    }

    /** Returns the current state of the workspaces, in the order of the scenario. */
    public List<WorkspaceState> workspaces() {
        return workspaces;
    }

    /** Returns the routes for GET by their paths. */
    public Map<String, Route> gets() {
        Map<String, Route> gets = new LinkedHashMap<>();
        gets.put(API + "/workspace", to("basics:read", WorkspaceApi::workspace));
        gets.put(API + "/workspace/configurationErrors", to("basics:read", WorkspaceApi::configurationErrors));
        gets.put(API + "/repositories/code", to("repositories:read", RepositoryList::answer));
        gets.put(API + "/repositories/code/{repository}", to("repositories:read", SettingsApi::detail));
        gets.put(
                API + "/repositories/code/continuous_integration/checks/default",
                to("repositories:read", InsightApi::pullRequestDefault));
        gets.put(API + "/issues/counts", to("issues:read", InsightApi::counts));
        gets.put(API + "/teams", to("teams:read", TeamApi::list));
        return gets;
    }

    /** Returns the routes for POST by their paths. */
    public Map<String, Route> posts() {
        Map<String, Route> posts = new LinkedHashMap<>();
        posts.put("/aikido/api/oauth/token", tokens::issue);
        posts.put(API + "/access-tokens/code-scanning", to("access_tokens:write", WorkspaceApi::handOver));
        posts.put(API + "/repositories/import", to("repositories:write", RepositoryApi::startImport));
        posts.put(API + "/repositories/code/activate", to("repositories:write", RepositoryApi::activate));
        posts.put(API + "/repositories/code/deactivate", to("repositories:write", RepositoryApi::deactivate));
        posts.put(API + "/repositories/code/{repository}/scan", to("repositories:write", RepositoryApi::scan));
        posts.put(API + "/repositories/code/{repository}/labels", to("repositories:write", SettingsApi::addLabel));
        posts.put(
                API + "/repositories/code/{repository}/exclude-path",
                to("repositories:write", SettingsApi::excludePath));
        posts.put(
                API + "/repositories/code/continuous_integration/checks/default",
                to("repositories:write", InsightApi::savePullRequestDefault));
        posts.put(API + "/teams", to("teams:write", TeamApi::create));
        posts.put(API + "/teams/{team}/linkResource", to("teams:write", TeamApi::link));
        return posts;
    }

    /** Returns the routes for PUT by their paths. */
    public Map<String, Route> puts() {
        Map<String, Route> puts = new LinkedHashMap<>();
        puts.put(
                API + "/repositories/code/{repository}/sensitivity",
                to("repositories:write", SettingsApi::sensitivity));
        puts.put(
                API + "/repositories/code/{repository}/connectivity",
                to("repositories:write", SettingsApi::connectivity));
        puts.put(
                API + "/repositories/code/{repository}/devdep-scan",
                to("repositories:write", SettingsApi::devDependencies));
        return puts;
    }

    /** Returns the route for all other calls. */
    public Route others() {
        return call -> Problems.error(404, "Not found");
    }

    private Route to(String scope, BiFunction<WorkspaceState, Call, Answer> operation) {
        return call -> {
            Optional<ApiTokens.Grant> grant = tokens.bearer(call.header("authorization"));
            return grant.isEmpty() ? Problems.unauthorized() : admit(grant.get(), scope, operation, call);
        };
    }

    private static Answer admit(
            ApiTokens.Grant grant, String scope, BiFunction<WorkspaceState, Call, Answer> operation, Call call) {
        WorkspaceState workspace = grant.workspace();
        long wait = workspace.window().admit(System.nanoTime());
        if (wait > 0) {
            return Problems.tooMany(workspace.workspace().callsPerWindow(), wait);
        }
        if (!grant.client().scopes().contains(scope)) {
            return Problems.missingScope(scope);
        }
        return operation.apply(workspace, call);
    }
}
