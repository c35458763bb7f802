package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that connects shops, each in a thread; it ends with 0 when all of them succeeded. */
public record OtherProcess(Process process, Path log) {

    /** Separates the settings of a shop. */
    private static final String SEPARATOR = "\n";

    /**
     * Starts one.
     *
     * @param folder where its output goes
     * @param settings {@code token} with an action to do that instead of connecting; {@code window} in milliseconds,
     *     {@code calls} in a window, and for pruning {@code exclude}; the folder {@code shared} with other processes,
     *     where there is one
     */
    public static OtherProcess start(Collection<Simulator> simulators, Path folder, Map<String, String> settings)
            throws IOException {
        Path output = Files.createTempFile(folder, "process", ".log");
        String[] shops = simulators.stream()
                .map(simulator -> Stream.concat(
                                Stream.of("azure=" + simulator.azureUrl(), "aikido=" + simulator.aikidoUrl()),
                                settings.entrySet().stream()
                                        .map(setting -> setting.getKey() + "=" + setting.getValue()))
                        .collect(Collectors.joining(SEPARATOR)))
                .toArray(String[]::new);
        return new OtherProcess(Jvm.start(OtherProcess.class, List.of(), output, shops), output);
    }

    /** Waits for its end, and returns whether its runs succeeded. */
    public boolean succeeds() throws InterruptedException {
        return Jvm.exitStatus(process) == 0;
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    /**
     * Kills it as soon as each simulator has a call that it does not answer. It ends as the system ends a process: no
     * shutdown hook and no finally block is run.
     */
    void killAtTheCallsWithoutAnswer(Collection<Simulator> simulators) throws IOException, InterruptedException {
        for (Simulator simulator : simulators) {
            while (simulator.exchanges().stream().noneMatch(Exchange::faulted)) {
                if (!process.isAlive()) {
                    throw new AssertionError(output());
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] shops) throws InterruptedException {
        AtomicInteger failures = new AtomicInteger();
        List<Thread> threads = Arrays.stream(shops)
                .map(shop -> new Thread(() -> {
                    failures.incrementAndGet();
                    if (run(settings(shop)).isSuccess()) {
                        failures.decrementAndGet();
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        System.exit(failures.get() == 0 ? 0 : 1);
    }

    private static Map<String, String> settings(String shop) {
        return Arrays.stream(shop.split(SEPARATOR, -1))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static ConnectReport run(Map<String, String> settings) {
        ConnectRequest request = Runs.shop(settings.get("azure"), settings.get("aikido"))
                .callsPerMinute(Integer.parseInt(settings.getOrDefault("calls", "1000")))
                .excludes(Stream.ofNullable(settings.get("exclude")).toList())
                .prune(true)
                .pruneLimit(100)
                // A run that waits to be killed must not end before the others are where it is.
                .timeout(Duration.ofMinutes(10))
                .build();
        String token = settings.get("token");
        String shared = settings.get("shared");
        try (AikidoConnect aikido = InjectedTime.builder(
                        Duration.ofMillis(Integer.parseInt(settings.getOrDefault("window", "60000"))), Time.SYSTEM)
                .callFolder(shared == null ? null : Path.of(shared))
                .build()) {
            ConnectReport report = token == null ? aikido.connect(request) : aikido.token(token(request, token));
            System.out.println(report.toText());
            return report;
        }
    }

    private static TokenRequest token(ConnectRequest request, String action) {
        ConnectRequest where = request.toBuilder()
                .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                .build();
        return TokenRequest.builder(where).action(action).build();
    }
}
