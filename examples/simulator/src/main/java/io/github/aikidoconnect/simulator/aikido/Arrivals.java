package io.github.aikidoconnect.simulator.aikido;

import io.github.aikidoconnect.simulator.http.Paths;
import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The repositories that an import finds in Azure DevOps. Their ids are 0; the list assigns ids. */
record Arrivals(AzureScenario azure, Workspace workspace) {
    List<CodeRepository> all() {
        if (!"azure_devops".equals(workspace.linkedProvider()) || workspace.linkedProviderOrgName() == null) {
            return List.of();
        }
        String linked = workspace.linkedProviderOrgName();
        List<String> projects = workspace.imports().projects();
        return azure.organizations().stream()
                .filter(o -> o.name().equalsIgnoreCase(linked))
                .flatMap(o -> o.projects().stream()
                        .filter(p -> projects.isEmpty() || projects.contains(p.name()))
                        .flatMap(p -> of(o, p)))
                .toList();
    }

    private Stream<CodeRepository> of(Organization organization, Project project) {
        String url = "https://dev.azure.com/" + organization.name() + "/" + Paths.encode(project.name());
        Stream<CodeRepository> git = project.repositories().stream()
                .filter(r -> project.gitEnabled())
                .filter(r -> !workspace.imports().without().contains(r.name()))
                .map(r -> git(r, url));
        return project.tfvcEnabled() ? Stream.concat(git, tfvc(project, url)) : git;
    }

    private static CodeRepository git(GitRepository repository, String projectUrl) {
        String branch = repository.defaultBranch();
        return CodeRepository.of(
                        0,
                        repository.name(),
                        false,
                        repository.id(),
                        projectUrl + "/_git/" + Paths.encode(repository.name()))
                .withBranch(branch == null ? null : branch.replaceFirst("^refs/heads/", ""));
    }

    private Stream<CodeRepository> tfvc(Project project, String projectUrl) {
        return switch (workspace.imports().tfvc()) {
            case NONE -> Stream.empty();
            case PROJECT_ID -> Stream.of(tfvc("tfvc", project.id(), null));
            case URL -> Stream.of(tfvc("tfvc", null, projectUrl + "/_versionControl"));
            case NAME -> Stream.of(tfvc("$/" + project.name(), null, null));
        };
    }

    private static CodeRepository tfvc(String name, @Nullable String id, @Nullable String url) {
        return new CodeRepository(
                0, name, "azure_devops", false, id, -1L, url, null, -1L, "unknown", "no_data", List.of());
    }
}
