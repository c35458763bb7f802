package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.LastScan;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.azure.AzureUrls;
import io.github.aikidoconnect.internal.azure.SignIn;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.Planner;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import io.github.aikidoconnect.internal.plan.Selection;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parts of a run that grow with the number of repositories, without a network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {

    static final int SMALLEST = 1000;

    private static final String PROJECT_ID = "0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701";
    private static final String URL = "https://dev.azure.com/contoso/Shop%20Front/_git/";

    /** The number of repositories of the project. */
    @Param({"1000", "10000"})
    public int repositories;

    private List<AzureRepository> azure = List.of();
    private List<CodeRepository> aikido = List.of();
    private List<CodeRepository> withoutIds = List.of();
    private List<String> names = List.of();
    private Transport azureAnswers = call -> CannedAnswer.of("");
    private Transport aikidoAnswers = call -> CannedAnswer.of("");

    /** Creates the two lists, and the answers from which they are read. */
    @Setup
    public void make() {
        names = IntStream.range(0, repositories)
                .mapToObj("Service-%06d"::formatted)
                .toList();
        azure = IntStream.range(0, repositories)
                .mapToObj(i -> new AzureRepository(
                        guid(i), names.get(i), RepositoryKind.GIT, URL + names.get(i), "main", RepositoryState.ACTIVE))
                .toList();
        aikido = IntStream.range(0, repositories)
                .mapToObj(i -> entry(i, Optional.of(guid(i))))
                .toList();
        withoutIds = IntStream.range(0, repositories)
                .mapToObj(i -> entry(i, Optional.empty()))
                .toList();
        azureAnswers = CannedAnswer.azure(repositories, names, PROJECT_ID);
        aikidoAnswers = CannedAnswer.aikido(aikido);
    }

    private static String guid(int number) {
        return "%08d-1c8e-4a7e-9d55-6f7a8b9c0abc".formatted(number);
    }

    private CodeRepository entry(int number, Optional<String> externalId) {
        String name = names.get(number);
        return new CodeRepository(
                number + 1,
                name,
                "azure_devops",
                number % 2 == 0,
                externalId,
                Optional.of(URL + name),
                LastScan.NEVER,
                CodeRepository.Traits.NONE);
    }

    /** Reads the answer of Azure DevOps. */
    @Benchmark
    public List<AzureRepository> readAzure() throws InterruptedException {
        return new AzureDevOps(
                        http(azureAnswers),
                        AzureUrls.service(),
                        "contoso",
                        SignIn.with(Secret.of(Shop.TOKEN)),
                        text -> text)
                .gitRepositories("Shop Front");
    }

    /** Reads the pages of Aikido. */
    @Benchmark
    public List<CodeRepository> readAikido() throws InterruptedException {
        HttpCaller http = http(aikidoAnswers);
        return new Aikido(
                        http,
                        http,
                        URI.create("https://app.aikido.dev"),
                        new Credentials.Client(Secret.of("id"), Secret.of("secret")),
                        new Redactor())
                .repositories();
    }

    /** Selects with two includes and one exclude. */
    @Benchmark
    public long glob() {
        Selection selection = Selection.of(List.of("shop-*", "service-*"), List.of("*-archive"));
        return names.stream().filter(selection::selects).count();
    }

    /** Plans with entries of Aikido that have ids. */
    @Benchmark
    public Plan plan() {
        return planner().plan(azure, aikido);
    }

    /** Plans with entries of Aikido that only have addresses. */
    @Benchmark
    public Plan planByAddress() {
        return planner().plan(azure, withoutIds);
    }

    private static Planner planner() {
        return new Planner(
                new ProjectAddress("contoso", "Shop Front", PROJECT_ID),
                Selection.of(List.of(), List.of("*-archive")),
                false,
                20);
    }

    private static HttpCaller http(Transport transport) {
        return new HttpCaller(
                transport,
                Limiter.OPEN,
                new HttpCaller.Policy(Duration.ofMinutes(1), answer -> false, pause -> {}),
                Time.SYSTEM);
    }
}
