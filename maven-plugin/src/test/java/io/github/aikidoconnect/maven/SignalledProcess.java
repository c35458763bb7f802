package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.EntraAccess;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.TokenRequest;
import io.github.aikidoconnect.contract.Jvm;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/** A process of its own that runs a goal as Maven does, and is told to stop at a certain call. */
final class SignalledProcess {

    /** The user's 5 seconds would make the tests depend on the speed of the machine. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private SignalledProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static SignalledProcess start(Simulator simulator, Goal goal, Path folder) throws IOException {
        Path output = folder.resolve("output.log");
        Process process = Jvm.start(
                SignalledProcess.class,
                List.of(),
                output,
                simulator.azureUrl().toString(),
                simulator.aikidoUrl().toString(),
                goal.toString(),
                folder.toString());
        return new SignalledProcess(process, output);
    }

    /** Sends a signal when the simulator has a call that it does not answer, and returns the exit status. */
    int stopAtTheCallWithoutAnswer(Simulator simulator, String signal) throws Exception {
        try {
            while (simulator.exchanges().stream().noneMatch(Exchange::faulted)) {
                if (!process.isAlive()) {
                    throw new AssertionError(Files.readString(output));
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(2 * LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end: " + Files.readString(output));
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        ConnectRequest.Builder request = ConnectRequest.builder()
                .organization(Shop.ORGANIZATION)
                .azureUrl(arguments[0])
                .aikidoUrl(arguments[1])
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET));
        Goal goal = arguments[2].equals(Goal.TOKEN.toString()) ? Goal.TOKEN : Goal.CONNECT;
        ReportFile file = ReportFile.of(null, goal, new MavenProject(new Model()), folder);
        try (StopSignal stop = StopSignal.watch(LONGEST_WAIT);
                AikidoConnect aikido = AikidoConnect.builder().callFolder(null).build()) {
            stop.ends(aikido);
            ConnectReport report = goal == Goal.TOKEN
                    ? aikido.token(TokenRequest.builder(request.entraAccess(EntraAccess.of(Secret.of(Shop.ENTRA_TOKEN)))
                                    .build())
                            .action("rotate")
                            .file(folder.resolve("token"))
                            .build())
                    : aikido.connect(request.project(Shop.PROJECT)
                            .azureToken(Secret.of(Shop.TOKEN))
                            .build());
            file.write(report);
            System.out.println(report.toText());
        }
    }
}
