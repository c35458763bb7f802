package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides whether a workspace belongs to a project. Each project has its own workspace. */
public final class WorkspaceMatch {

    private static final String AZURE_DEVOPS = "azure_devops";

    private WorkspaceMatch() {}

    /** The result for a workspace, the most serious first. */
    public sealed interface Finding {

        /** The workspace is linked to another provider of source code. */
        record OtherProvider(String provider) implements Finding {}

        /** The workspace is linked to another organization. */
        record OtherOrganization(String organization) implements Finding {}

        /** The workspace monitors repositories of these projects, in the form {@code organization/project}. */
        record OtherProjects(Set<String> projects) implements Finding {}

        /** The organization that the workspace is linked to is not reported. */
        record OrganizationUnknown() implements Finding {}

        /** The workspace fits, as far as is known. */
        record Fits() implements Finding {}
    }

    /**
     * Compares a workspace with a project.
     *
     * @param workspace the workspace
     * @param project the project
     * @param azure the project's repositories. They belong to the project even if their address in Aikido differs, for
     *     example after the project was renamed
     * @param aikido the workspace's repositories
     */
    public static Finding compare(
            Workspace workspace, ProjectAddress project, List<AzureRepository> azure, List<CodeRepository> aikido) {
        String provider = workspace.provider().orElse(AZURE_DEVOPS);
        if (!provider.equalsIgnoreCase(AZURE_DEVOPS)) {
            return new Finding.OtherProvider(provider);
        }
        String linked = workspace.organization().orElse(project.organization());
        if (!linked.strip().equalsIgnoreCase(project.organization())) {
            return new Finding.OtherOrganization(linked);
        }
        Set<String> others = otherProjects(project, azure, aikido);
        if (!others.isEmpty()) {
            return new Finding.OtherProjects(others);
        }
        return workspace.organization().isEmpty() ? new Finding.OrganizationUnknown() : new Finding.Fits();
    }

    private static Set<String> otherProjects(
            ProjectAddress project, List<AzureRepository> azure, List<CodeRepository> aikido) {
        Set<String> own = azure.stream().map(repository -> id(repository.id())).collect(Collectors.toSet());
        return aikido.stream()
                .filter(CodeRepository::active)
                .filter(CodeRepository::isAzureDevOps)
                .filter(entry -> !own.contains(id(entry.externalId().orElse(""))))
                .flatMap(entry -> entry.url().flatMap(RepositoryAddress::of).stream())
                .filter(place -> !project.holds(place))
                .map(place -> place.organization() + "/" + place.project())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String id(String text) {
        return Guid.of(text).orElse(text.toLowerCase(Locale.ROOT));
    }
}
