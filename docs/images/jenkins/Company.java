import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the scenario of the simulator for the pictures of Jenkins: three projects, one of them with 3,000 repositories. */
public final class Company {

    private static final int REPOSITORIES = 3_000;
    private static final int MISSING = 12;

    /** Fake, and also in jenkins.yaml. */
    private static final String OLD_TOKEN = "x".repeat(52);

    private static final List<String> FEW_SCOPES = List.of("vso.code", "vso.profile");
    private static final List<String> AREAS = List.of("shop", "pay", "search", "identity", "mobile", "legacy", "data", "platform");

    /** Takes the file to write. */
    public static void main(String[] arguments) throws IOException {
        List<GitRepository> many = IntStream.rangeClosed(1, REPOSITORIES)
                .mapToObj(number -> GitRepository.of(AREAS.get(number % AREAS.size()) + "-service-%04d".formatted(number)))
                .toList();
        Project large = Project.of("Platform", many.toArray(GitRepository[]::new));
        Scenario shop = Scenario.shop();
        Workspace workspace = shop.aikido().workspaces().get(0).withCallsPerWindow(1_000);
        Workspace platform = workspace(workspace, 4712, "Platform").withRepositories(monitored(many));
        Workspace payments = workspace(workspace, 4713, "Payments")
                .withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()));
        Scenario company = shop.organization(organization -> organization.withProjects(plus(organization.projects(), large)))
                .azure(azure -> azure.withTokens(plus(azure.tokens(), azure.tokens().get(0).withValue(OLD_TOKEN).withScopes(FEW_SCOPES))))
                .aikido(aikido -> aikido.withWorkspaces(List.of(workspace, platform, payments)));
        Files.writeString(Path.of(arguments[0]), company.toJson());
    }

    private static Workspace workspace(Workspace like, long id, String name) {
        return like.withId(id)
                .withName(name)
                .withImports(like.imports().withProjects(List.of(name)))
                .withClients(List.of(new ApiClient("AIK_CLIENT_fake_" + id, Shop.CLIENT_SECRET, Shop.CLIENT_SCOPES)));
    }

    /** All but the newest, of which some were never scanned. */
    private static List<CodeRepository> monitored(List<GitRepository> repositories) {
        List<CodeRepository> listed = new ArrayList<>();
        long now = Instant.now().getEpochSecond();
        for (GitRepository repository : repositories.subList(0, REPOSITORIES - MISSING)) {
            long id = listed.size() + 1;
            listed.add(CodeRepository.of(
                            id, repository.name(), true, repository.id(), "https://dev.azure.com/contoso/Platform/_git/" + repository.name())
                    .withLastScannedAt(id % 400 == 0 ? -1 : now - 1_000 - id * 20));
        }
        return listed;
    }

    private static <T> List<T> plus(List<T> values, T more) {
        List<T> all = new ArrayList<>(values);
        all.add(more);
        return all;
    }
}
