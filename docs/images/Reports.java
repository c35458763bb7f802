import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectSettings;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the pages of the reports in the documentation, of runs against the simulator that happen now. */
public final class Reports {

    private static final int REPOSITORIES = 3_000;
    private static final int PROJECTS = 6;

    /** Takes the folder for the pages. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        write(folder.resolve("partial.html"), partial());
        write(folder.resolve("failed.html"), failed());
        write(folder.resolve("coverage.html"), coverage());
    }

    private static void write(Path page, ConnectReport report) throws IOException {
        Files.writeString(page, report.toHtml());
        System.out.println(page + ": " + report.outcome());
    }

    /** Many repositories, of which Aikido refuses to activate some. */
    private static ConnectReport partial() {
        List<GitRepository> all = IntStream.rangeClosed(1, REPOSITORIES)
                .mapToObj(number -> GitRepository.of("service-%04d".formatted(number)))
                .toList();
        List<CodeRepository> listed = new ArrayList<>();
        for (GitRepository repository : all) {
            long id = listed.size() + 1;
            listed.add(CodeRepository.of(
                    id, repository.name(), id > 8, repository.id(), "https://dev.azure.com/contoso/Shop%20Front/_git/" + repository.name()));
        }
        Scenario scenario = Scenario.shop()
                .project(Shop.PROJECT, project -> project.withRepositories(all))
                .workspace(workspace -> workspace.withRepositories(listed).withCallsPerWindow(1000));
        try (Simulator simulator = Simulator.start(scenario); AikidoConnect aikido = entry()) {
            simulator.faults().times(3, Match.path("**/activate"), Fault.answer(400, "application/json", "{\"error\":\"Repository is locked\"}"));
            return aikido.connect(shop(simulator).build());
        }
    }

    /** A token without two of its scopes. */
    private static ConnectReport failed() {
        try (Simulator simulator = Simulator.start(Scenario.shop().token(token -> token.without("vso.memberentitlementmanagement").without("vso.project")));
                AikidoConnect aikido = entry()) {
            return aikido.check(shop(simulator).build());
        }
    }

    /** Some projects are connected, one in part, and one workspace rejects its API client. */
    private static ConnectReport coverage() {
        Scenario company = Company.scenario(PROJECTS, 8).workspace(workspace -> workspace.withCallsPerWindow(1000));
        try (Simulator simulator = Simulator.start(company); AikidoConnect aikido = entry()) {
            ConnectRequest common = shop(simulator).project(null).aikidoClient(null, null).build();
            aikido.connect(OrganizationRequest.builder(common)
                    .project(Company.project(1), client(1))
                    .project(Company.project(2), client(2))
                    .project(Company.project(3), (request, project) -> {
                        client(3).addTo(request, project);
                        request.excludes(List.of("*-6", "*-7", "*-8"));
                    })
                    .build());
            return aikido.coverage(OrganizationRequest.builder(common)
                    .project(Company.project(1), client(1))
                    .project(Company.project(2), client(2))
                    .project(Company.project(3), client(3))
                    .project(Company.project(4), (request, project) -> request.aikidoClient(Secret.of(Company.clientId(4)), Secret.of("expired")))
                    .build());
        }
    }

    private static AikidoConnect entry() {
        return AikidoConnect.builder().callFolder(null).build();
    }

    private static ConnectRequest.Builder shop(Simulator simulator) {
        return ConnectRequest.builder()
                .organization(Shop.ORGANIZATION)
                .project(Shop.PROJECT)
                .azureUrl(simulator.azureUrl().toString())
                .azureToken(Secret.of(Shop.TOKEN))
                .aikidoUrl(simulator.aikidoUrl().toString())
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET))
                .callsPerMinute(1000);
    }

    private static ProjectSettings client(int number) {
        return (request, project) -> request.aikidoClient(Secret.of(Company.clientId(number)), Secret.of(Company.clientSecret(number)));
    }
}
