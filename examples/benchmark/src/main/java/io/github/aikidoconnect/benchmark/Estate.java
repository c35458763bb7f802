package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creates companies of any size. */
final class Estate {

    /** A limit that the simulator never reaches. */
    private static final int NO_LIMIT = 1_000_000;

    /** The largest valid number of calls a minute. */
    static final int FAST = 10_000;

    private Estate() {}

    /**
     * Returns a project with the given number of repositories.
     *
     * @param listed the number of repositories that Aikido lists
     * @param monitored the number of these that Aikido monitors
     */
    static Scenario project(int repositories, int listed, int monitored) {
        List<GitRepository> git = IntStream.range(0, repositories)
                .mapToObj(i -> GitRepository.of("service-%06d".formatted(i)))
                .toList();
        List<CodeRepository> known = new ArrayList<>();
        for (GitRepository repository : git.subList(0, listed)) {
            known.add(listed(known.size() + 1, Shop.PROJECT, repository, known.size() < monitored));
        }
        return Scenario.shop()
                .project(Shop.PROJECT, project -> project.withTfvcEnabled(false).withRepositories(git))
                .workspace(workspace -> workspace.withRepositories(known).withCallsPerWindow(NO_LIMIT));
    }

    /** Returns an organization with the given number of projects. */
    static Scenario projects(int count) {
        List<Project> projects = IntStream.range(0, count)
                .mapToObj(i -> Project.of("Project %04d".formatted(i)))
                .toList();
        return Scenario.shop().organization(organization -> organization.withProjects(projects));
    }

    /** Returns a company in which everything is monitored and whose workspaces have no rate limit. */
    static Scenario monitored(int projects, int repositories) {
        Scenario company = Company.scenario(projects, repositories);
        Map<String, List<CodeRepository>> known = company.azure().organizations().get(0).projects().stream()
                .collect(Collectors.toMap(Project::name, Estate::monitored));
        return company.workspace(workspace -> workspace
                .withRepositories(known.getOrDefault(workspace.name(), List.of()))
                .withCallsPerWindow(NO_LIMIT));
    }

    private static List<CodeRepository> monitored(Project project) {
        List<CodeRepository> known = new ArrayList<>();
        for (GitRepository repository : project.repositories()) {
            known.add(listed(known.size() + 1, project.name(), repository, true));
        }
        return known;
    }

    private static CodeRepository listed(int id, String project, GitRepository repository, boolean active) {
        String url = "https://dev.azure.com/contoso/" + project.replace(" ", "%20") + "/_git/" + repository.name();
        return CodeRepository.of(id, repository.name(), active, repository.id(), url);
    }

    /** Returns a request for all projects of a company, each with its workspace. */
    static OrganizationRequest company(URI azureUrl, URI aikidoUrl, int projects, int callsPerMinute) {
        OrganizationRequest.Builder request = OrganizationRequest.builder(request(azureUrl, aikidoUrl)
                .project(null)
                .aikidoClient(null, null)
                .callsPerMinute(callsPerMinute)
                .build());
        for (int i = 1; i <= projects; i++) {
            Secret id = Secret.of(Company.clientId(i));
            Secret secret = Secret.of(Company.clientSecret(i));
            request.project(Company.project(i), (settings, project) -> settings.aikidoClient(id, secret));
        }
        return request.build();
    }

    /** Returns a request for the project without a rate limit. */
    static ConnectRequest.Builder request(URI azureUrl, URI aikidoUrl) {
        return ConnectRequest.builder()
                .organization(Shop.ORGANIZATION)
                .project(Shop.PROJECT)
                .azureUrl(azureUrl.toString())
                .azureToken(Secret.of(Shop.TOKEN))
                .aikidoUrl(aikidoUrl.toString())
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET))
                .callsPerMinute(FAST);
    }
}
