package io.github.aikidoconnect.simulator.azure;

import static io.github.aikidoconnect.simulator.http.Json.object;

import io.github.aikidoconnect.simulator.http.Answer;
import io.github.aikidoconnect.simulator.http.Paths;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Git repositories and the TFVC repository of a project. */
final class CodeApi {
    private final Refusals refusals;

    CodeApi(Refusals refusals) {
        this.refusals = refusals;
    }

    /**
     * Lists the repositories, including disabled and empty ones. A job token sees only some of them. The list has no
     * pages.
     */
    Answer repositories(Visit visit) {
        return inProject(visit, project -> CoreApi.list(listed(visit, project).toList()));
    }

    /** Lists the repositories of all projects. The project is optional in Microsoft's reference. */
    Answer repositoriesOfOrganization(Visit visit) {
        return CoreApi.list(visit.organization().projects().stream()
                .flatMap(project -> listed(visit, project))
                .toList());
    }

    private static Stream<Map<String, Object>> listed(Visit visit, Project project) {
        return (project.gitEnabled() ? project.repositories() : List.<GitRepository>of())
                .stream().filter(visit.token()::lists).map(r -> repository(visit, project, r));
    }

    Answer repository(Visit visit) {
        String nameOrId = visit.call().segment("repository");
        return inProject(
                visit,
                project -> project.repositories().stream()
                        .filter(r -> r.name().equalsIgnoreCase(nameOrId) || r.id().equalsIgnoreCase(nameOrId))
                        .filter(r -> !r.disabled() && visit.token().lists(r))
                        .findFirst()
                        .map(r -> Answer.json(200, repository(visit, project, r)))
                        .orElseGet(() -> refusals.noRepository(nameOrId)));
    }

    /**
     * Returns a repository by its id, in any project. A repository that does not exist, one that the caller may not see
     * and a disabled one are answered alike.
     */
    Answer repositoryOfOrganization(Visit visit) {
        String id = visit.call().segment("repository");
        return visit.organization().projects().stream()
                .flatMap(project -> project.repositories().stream()
                        .filter(r -> r.id().equalsIgnoreCase(id)
                                && !r.disabled()
                                && visit.token().lists(r))
                        .map(r -> Answer.json(200, repository(visit, project, r))))
                .findFirst()
                .orElseGet(() -> refusals.noRepository(id));
    }

    /** Returns the deleted repositories that can still be restored. */
    Answer recycleBin(Visit visit) {
        return inProject(
                visit,
                project -> CoreApi.list(project.deletedRepositories().stream()
                        .map(r -> deleted(visit, project, r))
                        .toList()));
    }

    /** Returns the TFVC root, the only item. The service's answer for a project without TFVC is not documented. */
    Answer items(Visit visit) {
        return inProject(visit, project -> {
            String root = "$/" + project.name();
            String path = visit.call().parameter("scopePath");
            if (!project.tfvcEnabled() || (path != null && !path.equalsIgnoreCase(root))) {
                return refusals.noItem(path == null ? root : path);
            }
            return CoreApi.list(List.of(folder(visit, root)));
        });
    }

    /** Returns the roots of all projects with TFVC, after the folder that they are in. */
    Answer rootsOfOrganization(Visit visit) {
        return CoreApi.list(Stream.concat(
                        Stream.of("$/"),
                        visit.organization().projects().stream()
                                .filter(Project::tfvcEnabled)
                                .map(project -> "$/" + project.name()))
                .map(path -> folder(visit, path))
                .toList());
    }

    private static Map<String, Object> folder(Visit visit, String path) {
        return object(
                "version",
                12,
                "changeDate",
                "2025-11-10T09:00:00Z",
                "path",
                path,
                "isFolder",
                true,
                "url",
                web(visit) + "/_apis/tfvc/items/" + Paths.encode(path));
    }

    private Answer inProject(Visit visit, Function<Project, Answer> answer) {
        String nameOrId = visit.call().segment("project");
        return Directory.project(visit.organization(), nameOrId)
                .map(answer)
                .orElseGet(() -> refusals.noProject(nameOrId));
    }

    private static Map<String, Object> repository(Visit visit, Project project, GitRepository repository) {
        String organization = visit.organization().name();
        String place = Paths.encode(project.name()) + "/_git/" + Paths.encode(repository.name());
        return object(
                "id",
                repository.id(),
                "name",
                repository.name(),
                "url",
                web(visit) + "/" + project.id() + "/_apis/git/repositories/" + repository.id(),
                "project",
                CoreApi.reference(visit.organization(), project),
                "defaultBranch",
                repository.defaultBranch(),
                "size",
                repository.size(),
                "remoteUrl",
                "https://" + organization + "@dev.azure.com/" + organization + "/" + place,
                "sshUrl",
                "git@ssh.dev.azure.com:v3/" + organization + "/" + Paths.encode(project.name()) + "/"
                        + Paths.encode(repository.name()),
                "webUrl",
                web(visit) + "/" + place,
                "isDisabled",
                repository.disabled(),
                "isInMaintenance",
                false);
    }

    private static Map<String, Object> deleted(Visit visit, Project project, GitRepository repository) {
        return object(
                "id",
                repository.id(),
                "name",
                repository.name(),
                "project",
                CoreApi.reference(visit.organization(), project),
                "createdDate",
                "2025-11-10T09:00:00Z",
                "deletedDate",
                "2026-03-02T08:15:30.123Z");
    }

    private static String web(Visit visit) {
        return "https://dev.azure.com/" + visit.organization().name();
    }
}
