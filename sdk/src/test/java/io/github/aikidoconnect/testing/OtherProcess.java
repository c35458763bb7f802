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
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own that connects the shop; it ends with 0 when that succeeded. */
public final class OtherProcess {

    private final Process process;
    private final Path output;

    private OtherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts one.
     *
     * @param folder where its output goes
     * @param settings {@code token} with an action to do that instead of connecting; {@code window} in milliseconds, {@code calls} in a window, and for pruning {@code exclude}; the
     *     folder {@code shared} with other processes, where there is one
     */
    public static OtherProcess start(Simulator simulator, Path folder, Properties settings) throws IOException {
        Path output = Files.createTempFile(folder, "process", ".log");
        List<String> options = settings.stringPropertyNames().stream()
                .map(name -> "-D" + name + "=" + settings.getProperty(name))
                .toList();
        Process process = Jvm.start(
                OtherProcess.class,
                options,
                output,
                simulator.azureUrl().toString(),
                simulator.aikidoUrl().toString());
        return new OtherProcess(process, output);
    }

    /** A call that gets no answer, after so many of its kind, and has no effect. */
    public static FaultRule asked(String path, int earlier) {
        return new FaultRule(Match.path(path), Fault.hang(), earlier, 1);
    }

    /** The same with the effect that it asks for. */
    public static FaultRule done(String path, int earlier) {
        return new FaultRule(Match.path(path), Fault.hang().withEffect(true), earlier, 1);
    }

    /** Kills it as soon as the simulator has a call that it does not answer, and removes the faults. */
    public void killAtTheCallWithoutAnswer(Simulator simulator) throws IOException, InterruptedException {
        while (simulator.exchanges().stream().noneMatch(Exchange::faulted)) {
            if (!isAlive()) {
                throw new AssertionError(output());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        kill();
        simulator.faults().clear();
    }

    /** Ends it as the system does: no shutdown hook and no finally block is run. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end, and returns whether its run succeeded. */
    public boolean succeeds() throws InterruptedException {
        return Jvm.exitStatus(process) == 0;
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    private static TokenRequest token(ConnectRequest request, String action) {
        ConnectRequest where = request.toBuilder()
                .entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                .build();
        return TokenRequest.builder(where).action(action).build();
    }

    public static void main(String[] urls) {
        String shared = System.getProperty("shared");
        ConnectRequest request = Runs.shop(urls[0], urls[1])
                .callsPerMinute(Integer.getInteger("calls", 1000))
                .excludes(Stream.ofNullable(System.getProperty("exclude")).toList())
                .prune(true)
                .pruneLimit(100)
                .build();
        String token = System.getProperty("token");
        try (AikidoConnect aikido = InjectedTime.builder(
                        Duration.ofMillis(Integer.getInteger("window", 60_000)), Time.SYSTEM)
                .callFolder(shared == null ? null : Path.of(shared))
                .build()) {
            ConnectReport report = token == null ? aikido.connect(request) : aikido.token(token(request, token));
            System.out.println(report.toText());
            System.exit(report.isSuccess() ? 0 : 1);
        }
    }
}
