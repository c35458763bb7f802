package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.azure.AzureUrls.Host;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpAnswer;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client for one organization of Azure DevOps and one token. Calls and answers follow Microsoft's REST reference
 * 7.1. Each method sends one call, except for paged lists, and throws {@link AzureException} if the call fails or its
 * answer is not the expected one.
 */
public final class AzureDevOps {

    /** The resource area of the core services. Its location shows whether an organization exists. */
    private static final String CORE_AREA = "79134C72-4A58-4B42-976C-04E7115F32BF";

    private static final String PAGE = "100";

    private final AzureCalls calls;
    private final AzureUrls urls;
    private final String organization;
    private final SignIn signIn;

    /**
     * @param http sends the calls
     * @param urls the addresses of the calls
     * @param organization the name of the organization, already validated
     * @param signIn decides how the token is sent
     * @param clean removes secrets from the texts of the service
     */
    public AzureDevOps(
            HttpCaller http, AzureUrls urls, String organization, SignIn signIn, UnaryOperator<String> clean) {
        this.calls = new AzureCalls(http, urls, signIn, clean);
        this.urls = urls;
        this.organization = organization;
        this.signIn = signIn;
    }

    /** Returns whether an answer looks like a temporary outage but is permanent: the organization is stopped. */
    public static boolean isHopeless(HttpAnswer answer) {
        return AzureAnswers.isHopeless(answer);
    }

    /** Returns whether the organization exists. The call is sent without the token. */
    public boolean organizationExists() throws InterruptedException {
        try {
            JsonNode area = calls.get(
                    new Credentials.None(),
                    Host.CORE,
                    List.of("_apis", "resourceAreas", CORE_AREA),
                    Map.of("accountName", organization, "api-version", "5.0-preview.1"));
            return Json.text(area, "locationUrl").isPresent();
        } catch (AzureException e) {
            if (e.kind() == Kind.NOT_FOUND || e.kind() == Kind.PROJECT_NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** Returns the owner of the token. An anonymous answer means that the token was not accepted. */
    public TokenOwner owner() throws InterruptedException {
        return signIn.owner(this::owner);
    }

    private TokenOwner owner(Credentials credentials) throws InterruptedException {
        return TokenOwner.of(calls.get(credentials, Host.CORE, path("_apis", "connectionData"), Map.of()));
    }

    private Credentials token() throws InterruptedException {
        return signIn.credentials(this::owner);
    }

    /** Returns all projects that the token can see, in the order of the service. */
    public List<AzureProject> projects() throws InterruptedException {
        return projects(PAGE);
    }

    /** Returns one project; an empty list if the token cannot see any. */
    List<AzureProject> anyProject() throws InterruptedException {
        return calls.page(token(), Host.CORE, path("_apis", "projects"), Map.of("$top", "1")).stream()
                .map(AzureProject::of)
                .limit(1)
                .toList();
    }

    private List<AzureProject> projects(String pageSize) throws InterruptedException {
        return distinct(
                calls.list(
                        token(),
                        Host.CORE,
                        path("_apis", "projects"),
                        Map.of("$top", pageSize),
                        Json.Element.whole(AzureProject::of)),
                AzureProject::id);
    }

    /** A list that changes while it is read may contain an element on two pages. */
    private static <T> List<T> distinct(List<T> elements, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        elements.forEach(element -> byId.putIfAbsent(id.apply(element).toLowerCase(Locale.ROOT), element));
        return List.copyOf(byId.values());
    }

    /** Returns a project with its version control capabilities. */
    public AzureProject project(String nameOrId) throws InterruptedException {
        JsonNode project = calls.read(
                token(), Host.CORE, path("_apis", "projects", nameOrId), Map.of("includeCapabilities", "true"));
        return AzureProject.of(project);
    }

    /** Returns the Git repositories of a project, including disabled and empty ones. */
    public List<AzureRepository> gitRepositories(String project) throws InterruptedException {
        return distinct(
                calls.list(
                        token(),
                        Host.CORE,
                        path(project, "_apis", "git", "repositories"),
                        Map.of(),
                        new Json.Element<>(
                                AzureRepository.MEMBERS, json -> AzureRepository.git(json, gitUrl(project)))),
                AzureRepository::id);
    }

    /**
     * Returns the Git repositories of all projects that the token can see, by the id of their project in lower case.
     * Microsoft's reference marks the project as optional (Git, Repositories, List, 7.1, read 2026-11).
     */
    Map<String, List<AzureRepository>> gitRepositories() throws InterruptedException {
        Map<String, List<AzureRepository>> byProject = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Json.Element<AzureRepository> element = new Json.Element<>(AzureRepository.MEMBERS_WITH_PROJECT, json -> {
            JsonNode project = json.path("project");
            AzureRepository repository = AzureRepository.git(json, gitUrl(AzureCalls.required(project, "name")));
            if (seen.add(repository.id().toLowerCase(Locale.ROOT))) {
                String id = AzureCalls.required(project, "id").toLowerCase(Locale.ROOT);
                byProject.computeIfAbsent(id, first -> new ArrayList<>()).add(repository);
            }
            return repository;
        });
        calls.list(token(), Host.CORE, path("_apis", "git", "repositories"), Map.of(), element);
        return byProject;
    }

    /**
     * Returns the paths of all TFVC repositories that the token can see, {@code $/project} in lower case. The values of
     * {@code recursionLevel} are those of Microsoft's description of the API (tfvc.json of 7.1, read 2026-11).
     */
    Set<String> tfvcRoots() throws InterruptedException {
        List<JsonNode> items = calls.page(
                token(),
                Host.CORE,
                path("_apis", "tfvc", "items"),
                Map.of("scopePath", "$/", "recursionLevel", "oneLevel"));
        return items.stream()
                .map(item -> AzureCalls.required(item, "path").toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Looks up a repository in the whole organization and returns its project. Empty if Azure DevOps reports that the
     * repository does not exist, which it also does for a disabled repository and for one that the token may not see.
     */
    public Optional<AzureProject> projectOf(String repositoryId) throws InterruptedException {
        try {
            JsonNode found =
                    calls.read(token(), Host.CORE, path("_apis", "git", "repositories", repositoryId), Map.of());
            if (!AzureCalls.required(found, "id").equalsIgnoreCase(repositoryId)) {
                throw new AzureException(Kind.UNREADABLE, "it returned another repository");
            }
            return Optional.of(AzureProject.of(found.path("project")));
        } catch (AzureException e) {
            if (e.kind() == Kind.REPOSITORY_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Returns the ids of the repositories in the recycle bin of a project, in lower case. */
    public Set<String> deletedRepositories(String project) throws InterruptedException {
        return Set.copyOf(calls.list(
                token(),
                Host.CORE,
                path(project, "_apis", "git", "recycleBin", "repositories"),
                Map.of(),
                new Json.Element<>(
                        Set.of("id"), json -> AzureCalls.required(json, "id").toLowerCase(Locale.ROOT))));
    }

    /** Reads the root of a project's TFVC repository, and returns whether it exists. */
    boolean hasTfvcRoot(AzureProject project) throws InterruptedException {
        try {
            calls.page(
                    token(),
                    Host.CORE,
                    path(project.name(), "_apis", "tfvc", "items"),
                    Map.of("scopePath", tfvcRoot(project), "recursionLevel", "none"));
            return true;
        } catch (AzureException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** Returns the TFVC repository of a project that has one. */
    AzureRepository tfvcRepository(AzureProject project, RepositoryState state) {
        String url = urls.page(organization, project.name(), "_versionControl");
        return new AzureRepository(project.id(), tfvcRoot(project), RepositoryKind.TFVC, url, null, state);
    }

    static String tfvcRoot(AzureProject project) {
        return "$/" + project.name();
    }

    /**
     * Sends the call that needs this scope, and returns normally if the scope is granted. {@link TokenScope#CODE} has no
     * call here.
     */
    void probe(TokenScope scope) throws InterruptedException {
        switch (scope) {
            case PROJECT_AND_TEAM ->
                // Of the cheap calls for projects and teams, this is the only one that vso.profile does not also allow.
                calls.page(
                        token(),
                        Host.CORE,
                        path("_apis", "teams"),
                        Map.of("$top", "1", "api-version", "7.1-preview.3"));
            case MEMBER_ENTITLEMENT_MANAGEMENT -> {
                JsonNode summary = get(Host.ENTITLEMENTS, "_apis", "userentitlementsummary");
                if (!summary.isObject() || summary.isEmpty()) {
                    throw new AzureException(Kind.UNREADABLE, "its answer is not a summary");
                }
            }
            case USER_PROFILE -> AzureCalls.required(get(Host.PROFILES, "_apis", "profile", "profiles", "me"), "id");
            case CODE -> throw new IllegalArgumentException("Code: Read is tried by listing repositories");
        }
    }

    /** Sends a call that none of the four scopes allows, and returns normally if the token allows it. */
    void probe(ExcessScope scope) throws InterruptedException {
        calls.page(token(), scope.host(), path(scope.path().toArray(String[]::new)), Map.of());
    }

    private JsonNode get(Host host, String... path) throws InterruptedException {
        return calls.get(token(), host, path(path), Map.of());
    }

    private List<String> path(String... segments) {
        return Stream.concat(Stream.of(organization), Arrays.stream(segments)).toList();
    }

    /** Returns the address of a repository of the project by its name, for an answer that does not contain it. */
    private UnaryOperator<String> gitUrl(String project) {
        return name -> urls.page(organization, project, "_git", name);
    }
}
