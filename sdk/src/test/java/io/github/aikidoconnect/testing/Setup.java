package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.GitRepository;
import io.github.aikidoconnect.simulator.scenario.Project;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Shops in which Aikido has got somewhere already, and what was called. */
public final class Setup {

    public static final String ACTIVATE = "/repositories/code/activate";
    public static final String IMPORT = "/repositories/import";
    public static final String LIST = "/repositories/code";

    private Setup() {}

    /** The shop without TFVC, whose unlisted repository is a matter of its own, and with as many calls as one likes. */
    public static Scenario shop() {
        return Scenario.shop()
                .project(Shop.PROJECT, project -> project.withTfvcEnabled(false))
                .workspace(workspace -> workspace.withCallsPerWindow(1000));
    }

    /** A shop whose Git repositories Aikido has imported, of which it monitors those named. */
    public static Scenario imported(Scenario scenario, String... monitored) {
        List<CodeRepository> listed = new ArrayList<>();
        for (GitRepository repository : project(scenario).repositories()) {
            listed.add(CodeRepository.of(
                    listed.size() + 1,
                    repository.name(),
                    List.of(monitored).contains(repository.name()),
                    repository.id(),
                    "https://dev.azure.com/contoso/Shop%20Front/_git/"
                            + repository.name().replace(" ", "%20")));
        }
        return scenario.workspace(workspace -> workspace.withRepositories(listed));
    }

    /** A shop with so many repositories, all imported. */
    public static Scenario large(int count, boolean monitored) {
        List<GitRepository> repositories = IntStream.rangeClosed(1, count)
                .mapToObj(i -> GitRepository.of("r" + i))
                .toList();
        Scenario scenario = shop().project(Shop.PROJECT, project -> project.withRepositories(repositories));
        String[] names = repositories.stream().map(GitRepository::name).toArray(String[]::new);
        return imported(scenario, monitored ? names : new String[0]);
    }

    private static Project project(Scenario scenario) {
        return scenario.azure().organizations().get(0).projects().stream()
                .filter(project -> project.name().equals(Shop.PROJECT))
                .findFirst()
                .orElseThrow();
    }

    /** A request for the shop that may make as many calls as one likes. */
    public static ConnectRequest.Builder request(Simulator simulator) {
        return Runs.shop(simulator).callsPerMinute(1000);
    }

    /** The same, with a short time limit only where no answer will come: a slow machine must not be taken for a fault. */
    public static ConnectRequest.Builder request(Simulator simulator, Fault fault) {
        boolean silent = fault.kind() == Fault.Kind.HANG || fault.kind() == Fault.Kind.STALL;
        return request(simulator).timeout(Duration.ofSeconds(silent ? 2 : 60));
    }

    /** A 403 as Azure DevOps answers it. */
    public static Fault forbidden() {
        return Fault.answer(403, "application/json", "{\"message\":\"TF400813: Not authorized.\"}");
    }

    /** A success whose body is this JSON. */
    public static Fault json(String body) {
        return Fault.answer(200, "application/json", body);
    }

    /** A status that asks for a pause. */
    public static Fault retryAfter(int status, String value) {
        return Fault.answer(status).withHeaders(Map.of("Retry-After", value));
    }

    /** A time as a header has it. */
    public static String inSeconds(int seconds) {
        return ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    /** A shop whose connection Aikido reports as broken. */
    public static Scenario broken(Scenario scenario) {
        return scenario.workspace(
                workspace -> workspace.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected())));
    }

    /** The calls to Aikido's API whose path ends so. */
    public static List<Exchange> calls(Simulator simulator, String method, String pathEnd) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.aikidoApi()
                        && exchange.method().equals(method)
                        && exchange.path().endsWith(pathEnd))
                .toList();
    }

    /** All calls that may change something, in either service; the one for an access token does not. */
    public static List<String> writes(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange ->
                        !exchange.method().equals("GET") && !exchange.path().endsWith("/oauth/token"))
                .map(Exchange::summary)
                .toList();
    }
}
