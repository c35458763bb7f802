package io.github.aikidoconnect.organization;

import static io.github.aikidoconnect.testing.Checks.repository;

import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import io.github.aikidoconnect.testing.Companies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Companies of which Aikido monitors a part. */
final class Covered {

    private Covered() {}

    /** Four projects of three repositories; Aikido monitors all of the first, one of the second and none of the others. */
    static Scenario company() {
        return monitored(Companies.of(4, 3), Set.of("team-1-1", "team-1-2", "team-1-3", "team-2-2"));
    }

    /** Each workspace lists what its project has, and monitors those named. */
    static Scenario monitored(Scenario scenario, Set<String> names) {
        return scenario.aikido(aikido -> aikido.withWorkspaces(aikido.workspaces().stream()
                .map(workspace -> workspace.withRepositories(listed(scenario, workspace, names)))
                .toList()));
    }

    private static List<CodeRepository> listed(Scenario scenario, Workspace workspace, Set<String> monitored) {
        List<CodeRepository> listed = new ArrayList<>();
        scenario.azure().organizations().get(0).projects().stream()
                .filter(project -> project.name().equals(workspace.name()))
                .flatMap(project -> project.repositories().stream())
                .forEach(repository -> listed.add(CodeRepository.of(
                        listed.size() + 1,
                        repository.name(),
                        monitored.contains(repository.name()),
                        repository.id(),
                        "https://dev.azure.com/contoso/" + workspace.name().replace(" ", "%20") + "/_git/"
                                + repository.name())));
        return listed;
    }
}
