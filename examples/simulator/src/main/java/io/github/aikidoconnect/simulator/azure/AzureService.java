package io.github.aikidoconnect.simulator.azure;

import io.github.aikidoconnect.simulator.entra.IssuedTokens;
import io.github.aikidoconnect.simulator.http.Route;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The simulated Azure DevOps. Its paths are those of Azure DevOps REST 7.1, documented by Microsoft, with all hosts
 * (dev.azure.com and its sisters vsaex and vssps) joined in one, as on Azure DevOps Server.
 */
public final class AzureService {
    private static final String OIDC =
            "/azure/{organization}/{project}/_apis/distributedtask/hubs/{hub}/plans/{plan}/jobs/{job}/oidctoken";
    private static final String PATS = "/azure/{organization}/_apis/tokens/pats";

    private final Gate gate;
    private final CoreApi core;
    private final CodeApi code;
    private final PeopleApi people;
    private final TokensApi pats;
    private final JobsApi jobs;
    private final TokenStore tokens;
    private final Refusals refusals;

    public AzureService(AzureScenario azure, IssuedTokens issued) {
        this.tokens = new TokenStore(azure);
        Directory directory = new Directory(azure, tokens, issued);
        this.refusals = new Refusals(azure);
        this.gate = new Gate(azure, directory, refusals);
        this.core = new CoreApi(azure, directory, refusals);
        this.code = new CodeApi(refusals);
        this.people = new PeopleApi(azure, refusals);
        this.pats = new TokensApi(azure, directory, refusals);
        this.jobs = new JobsApi(issued, refusals);
    }

    /** Returns the current personal access tokens. */
    public TokenStore tokens() {
        return tokens;
    }

    /** Returns the routes for GET by their paths, in the notation of the HTTP library. */
    public Map<String, Route> gets() {
        Map<String, Route> gets = new LinkedHashMap<>();
        gets.put("/azure/_apis/resourceAreas/{area}", gate.open(core::resourceArea));
        String organization = "/azure/{organization}/_apis/";
        gets.put(organization + "connectionData", core.connectionData(gate));
        gets.put(organization + "projects", to(core::projects, "vso.project", "vso.profile"));
        gets.put(organization + "projects/{project}", to(core::project, "vso.project", "vso.profile"));
        gets.put(organization + "teams", preview(core::teams, "vso.project"));
        gets.put(organization + "userentitlementsummary", to(people::entitlements, "vso.memberentitlementmanagement"));
        gets.put(organization + "profile/profiles/me", to(people::profile, "vso.profile"));
        gets.put(organization + "graph/groups", preview(people::groups, "vso.graph"));
        gets.put(organization + "process/processes", to(people::processes, "vso.work"));
        gets.put(organization + "distributedtask/agentclouds", to(people::agentClouds, "vso.agentpools"));
        gets.put(organization + "permissionsreport", preview(people::permissionReports, "vso.security_manage"));
        gets.put(organization + "git/repositories", to(code::repositoriesOfOrganization, "vso.code"));
        gets.put(organization + "tfvc/items", to(code::rootsOfOrganization, "vso.code"));
        gets.put(organization + "git/repositories/{repository}", to(code::repositoryOfOrganization, "vso.code"));
        gets.put(PATS, preview(pats::list));
        String project = "/azure/{organization}/{project}/_apis/";
        gets.put(project + "git/repositories", to(code::repositories, "vso.code"));
        gets.put(project + "git/repositories/{repository}", to(code::repository, "vso.code"));
        gets.put(project + "git/recycleBin/repositories", to(code::recycleBin, "vso.code"));
        gets.put(project + "tfvc/items", to(code::items, "vso.code"));
        return gets;
    }

    /** Returns the routes for POST. */
    public Map<String, Route> posts() {
        return Map.of(PATS, preview(pats::create), OIDC, gate.open(jobs::federatedToken));
    }

    /** Returns the routes for PUT. */
    public Map<String, Route> puts() {
        return Map.of(PATS, preview(pats::update));
    }

    /** Returns the routes for DELETE. */
    public Map<String, Route> deletes() {
        return Map.of(PATS, preview(pats::revoke));
    }

    /** Returns the route for all other calls. */
    public Route others() {
        return gate.open(refusals::noSuchPath);
    }

    private Route to(Visit.Endpoint endpoint, String... scopes) {
        return gate.to(Resource.released(scopes), endpoint);
    }

    private Route preview(Visit.Endpoint endpoint, String... scopes) {
        return gate.to(Resource.preview(scopes), endpoint);
    }
}
