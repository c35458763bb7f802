package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Companies of any size. */
final class Estate {

    /** The simulator's answer to a workspace without a limit. */
    private static final int NO_LIMIT = 1_000_000;

    /** The most calls a minute that can be asked for. */
    private static final int FAST = 10_000;

    private Estate() {}

    /**
     * A project with so many repositories.
     *
     * @param listed how many of them Aikido lists
     * @param monitored how many of these it monitors
     */
    static Scenario project(int repositories, int listed, int monitored) {
        List<GitRepository> git = IntStream.range(0, repositories)
                .mapToObj(i -> GitRepository.of("service-%06d".formatted(i)))
                .toList();
        List<CodeRepository> known = new ArrayList<>();
        for (GitRepository repository : git.subList(0, listed)) {
            known.add(CodeRepository.of(
                    known.size() + 1,
                    repository.name(),
                    known.size() < monitored,
                    repository.id(),
                    "https://dev.azure.com/contoso/Shop%20Front/_git/" + repository.name()));
        }
        return Scenario.shop()
                .project(Shop.PROJECT, project -> project.withTfvcEnabled(false).withRepositories(git))
                .workspace(workspace -> workspace.withRepositories(known).withCallsPerWindow(NO_LIMIT));
    }

    /** An organization with so many projects. */
    static Scenario projects(int count) {
        List<Project> projects = IntStream.range(0, count)
                .mapToObj(i -> Project.of("Project %04d".formatted(i)))
                .toList();
        return Scenario.shop().organization(organization -> organization.withProjects(projects));
    }

    /** A request for the project that no limit of calls slows down. */
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
