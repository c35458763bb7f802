package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Call;
import io.github.aikidoconnect.simulator.http.Route;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Organizations, projects, teams, and the identity of the caller. */
final class CoreApi {
    private static final String ANONYMOUS = "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa";

    private final AzureScenario azure;
    private final Directory directory;
    private final Refusals refusals;

    CoreApi(AzureScenario azure, Directory directory, Refusals refusals) {
        this.azure = azure;
        this.directory = directory;
        this.refusals = refusals;
    }

    /** Answers without credentials. The 404 for an unknown name is reported by users, not documented. */
    Answer resourceArea(Call call) {
        String version = call.parameter("api-version");
        if (version == null) {
            return refusals.versionMissing(call);
        }
        if (!version.equals("5.0-preview.1")) {
            return refusals.versionOutOfRange(version);
        }
        String name = Objects.requireNonNullElse(call.parameter("accountName"), "");
        return directory
                .organization(name)
                .map(o -> Answer.json(
                        200,
                        object(
                                "id",
                                call.segment("area"),
                                "name",
                                "core",
                                "locationUrl",
                                "https://dev.azure.com/" + o.name() + "/")))
                .orElseGet(() -> refusals.json(
                        404, "HostDoesNotExistException", "The organization " + name + " does not exist."));
    }

    /**
     * Returns the identity of the caller. A service that admits anonymous users returns the anonymous identity for an
     * invalid token.
     */
    Route connectionData(Gate gate) {
        Route known = gate.to(
                Resource.preview(),
                visit -> Answer.json(
                        200,
                        visit.token().ofBuildService()
                                ? connection(
                                        visit.organization(),
                                        visit.token().ownerId(),
                                        visit.token().owner(),
                                        buildService(visit.token().ownerId()),
                                        object())
                                : connection(
                                        visit.organization(),
                                        visit.token().ownerId(),
                                        visit.token().owner(),
                                        visit.token().email())));
        Route anonymous = gate.open(call -> directory
                .organization(call.segment("organization"))
                .map(o -> Answer.json(200, connection(o, ANONYMOUS, "Anonymous", null)))
                .orElseGet(refusals::unknownOrganization));
        return call -> azure.anonymousConnectionData()
                        && directory.token(call.header("authorization")).isEmpty()
                ? anonymous.answer(call)
                : known.answer(call);
    }

    Answer projects(Visit visit) {
        String state = Objects.requireNonNullElse(visit.call().parameter("stateFilter"), "all");
        List<Project> all = visit.organization().projects().stream()
                .filter(p -> state.equalsIgnoreCase("all") || p.state().equalsIgnoreCase(state))
                .toList();
        Optional<Page> page = Page.of(visit.call(), all.size(), azure.pageSize());
        if (page.isEmpty()) {
            return refusals.badRequest("$top, $skip and continuationToken want a number that is not negative.");
        }
        Answer answer = list(page.get().of(all).stream()
                .map(p -> reference(visit.organization(), p))
                .toList());
        return page.get().end() < all.size()
                ? answer.with(
                        "x-ms-continuationtoken", Integer.toString(page.get().end()))
                : answer;
    }

    Answer project(Visit visit) {
        String nameOrId = visit.call().segment("project");
        return Directory.project(visit.organization(), nameOrId)
                .map(p -> Answer.json(200, project(visit, p)))
                .orElseGet(() -> refusals.noProject(nameOrId));
    }

    Answer teams(Visit visit) {
        List<Project> projects = visit.organization().projects();
        Optional<Page> page = Page.of(visit.call(), projects.size(), 100);
        if (page.isEmpty()) {
            return refusals.badRequest("$top and $skip want a number that is not negative.");
        }
        return list(page.get().of(projects).stream().map(CoreApi::team).toList());
    }

    static Answer list(List<? extends Object> values) {
        return Answer.json(200, object("count", values.size(), "value", values));
    }

    static Map<String, Object> reference(Organization organization, Project project) {
        return object(
                "id",
                project.id(),
                "name",
                project.name(),
                "url",
                "https://dev.azure.com/" + organization.name() + "/_apis/projects/" + project.id(),
                "state",
                project.state(),
                "revision",
                17,
                "visibility",
                project.visibility(),
                "lastUpdateTime",
                "2026-03-02T08:15:30.123Z");
    }

    private static Map<String, Object> project(Visit visit, Project project) {
        Map<String, Object> answer = reference(visit.organization(), project);
        if ("true".equalsIgnoreCase(visit.call().parameter("includeCapabilities"))) {
            answer.put("capabilities", capabilities(project));
        }
        answer.put("defaultTeam", object("id", project.id(), "name", project.name() + " Team"));
        return answer;
    }

    /** Returns the capabilities. The service writes booleans as text here. */
    private static Map<String, Object> capabilities(Project project) {
        return object(
                "versioncontrol",
                object(
                        "sourceControlType",
                        project.sourceControlType(),
                        "gitEnabled",
                        project.gitEnabled() ? "True" : "False",
                        "tfvcEnabled",
                        project.tfvcEnabled() ? "True" : "False"),
                "processTemplate",
                object("templateName", "Agile"));
    }

    private static Map<String, Object> team(Project project) {
        return object(
                "id",
                project.id(),
                "name",
                project.name() + " Team",
                "description",
                "The default team",
                "projectName",
                project.name(),
                "projectId",
                project.id());
    }

    /** Returns the descriptor of a build service, as reported by users. */
    private static String buildService(String id) {
        return "Microsoft.TeamFoundation.ServiceIdentity;" + id + ":Build:" + id;
    }

    private static Map<String, Object> connection(
            Organization organization, String id, String name, @Nullable String account) {
        return account == null
                ? connection(organization, id, name, "System:PublicAccess;" + id, object())
                : connection(
                        organization,
                        id,
                        name,
                        "Microsoft.IdentityModel.Claims.ClaimsIdentity;" + account,
                        object("Account", object("$type", "System.String", "$value", account)));
    }

    private static Map<String, Object> connection(
            Organization organization, String id, String name, String descriptor, Map<String, Object> properties) {
        Map<String, Object> user = object(
                "id",
                id,
                "descriptor",
                descriptor,
                "providerDisplayName",
                name,
                "isActive",
                true,
                "properties",
                properties);
        return object(
                "authenticatedUser",
                user,
                "authorizedUser",
                user,
                "instanceId",
                organization.id(),
                "deploymentType",
                "hosted");
    }
}
