package io.github.aikidoconnect.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A company with many projects. Each has its own workspace in Aikido, linked and empty. */
public final class Company {

    private Company() {}

    /**
     * Returns the company.
     *
     * @param projects the number of projects
     * @param repositories the number of Git repositories of each project
     */
    public static Scenario scenario(int projects, int repositories) {
        List<Project> all = new ArrayList<>();
        List<Workspace> workspaces = new ArrayList<>();
        for (int project = 1; project <= projects; project++) {
            String name = project(project);
            GitRepository[] own = IntStream.rangeClosed(1, repositories)
                    .mapToObj(number ->
                            GitRepository.of(name.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number))
                    .toArray(GitRepository[]::new);
            all.add(Project.of(name, own));
            workspaces.add(workspace(project));
        }
        return Shop.scenario()
                .organization(organization -> organization.withProjects(all))
                .aikido(aikido -> aikido.withWorkspaces(workspaces));
    }

    /** Returns the name of a project, counted from 1. */
    public static String project(int number) {
        return "Team " + number;
    }

    /** Returns the id of the API client of a project's workspace. */
    public static String clientId(int number) {
        return "AIK_CLIENT_fake_team_" + number;
    }

    /** Returns the fake secret of the API client of a project's workspace. */
    public static String clientSecret(int number) {
        return "AIK_SECRET_fake_team_" + number + "_not_a_secret";
    }

    private static Workspace workspace(int number) {
        return WorkspaceBuilder.builder()
                .id(5000 + number)
                .name(project(number))
                .linkedProvider("azure_devops")
                .linkedProviderOrgName(Shop.ORGANIZATION)
                .gitBaseUrl("https://dev.azure.com")
                .clients(List.of(new ApiClient(clientId(number), clientSecret(number), Shop.CLIENT_SCOPES)))
                .imports(ImportsBuilder.builder()
                        .projects(List.of(project(number)))
                        .build())
                .build();
    }
}
