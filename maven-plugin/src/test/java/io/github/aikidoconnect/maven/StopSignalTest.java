package io.github.aikidoconnect.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.simulator.scenario.Token;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that is told to stop in the middle of a goal. The moment is a call that gets no answer. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "It sends signals")
class StopSignalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "TERM, **/resourceAreas/*",
        "INT, **/git/repositories",
        "TERM, **/oauth/token",
        "INT, **/repositories/import",
        "TERM, **/repositories/code/activate"
    })
    void writesTheReportOfARun(String signal, String path) throws Exception {
        Scenario scenario = Scenario.shop()
                .imports(imports -> imports.withDelayMillis(0))
                .workspace(workspace -> workspace.withCallsPerWindow(1000));
        try (Simulator simulator = Simulator.start(scenario)) {
            simulator.faults().always(Match.path(path), Fault.hang());

            stop(simulator, Goal.CONNECT, signal);

            assertThat(messages(Goal.CONNECT)).contains("The run was interrupted.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TERM, GET, **/workspace, 0, false",
        "INT, POST, **/tokens/pats, 0, true",
        "TERM, GET, **/connectionData, 0, false",
        "TERM, POST, **/code-scanning, 0, false",
        "INT, POST, **/code-scanning, 0, true",
        "TERM, GET, **/tokens/pats, 1, false",
        "INT, GET, **/configurationErrors, 1, false",
        "TERM, DELETE, **/tokens/pats, 0, true"
    })
    void leavesNoTokenThatIsInNoReport(String signal, String method, String path, int earlier, boolean effect)
            throws Exception {
        Scenario scenario = Scenario.shop().workspace(workspace -> workspace.withCallsPerWindow(1000));
        try (Simulator simulator = Simulator.start(scenario)) {
            simulator
                    .faults()
                    .add(new FaultRule(Match.of(method, path), Fault.hang().withEffect(effect), earlier, 1));

            stop(simulator, Goal.TOKEN, signal);

            assertThat(messages(Goal.TOKEN)).contains("The run was interrupted.");
            String report = Files.readString(report(Goal.TOKEN));
            assertThat(simulator.tokens().active())
                    .filteredOn(token -> !token.value().equals(Shop.TOKEN))
                    .allSatisfy(token -> assertThat(report).contains(token.name()));
            List<String> given = simulator.workspace().tokensHandedOver();
            assertThat(simulator.tokens().active())
                    .as("the token that Aikido has")
                    .extracting(Token::value)
                    .contains(given.isEmpty() ? Shop.TOKEN : given.get(given.size() - 1));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).noneMatch(file -> file.toString().endsWith(".unfinished"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, **/tokens/pats, true", "GET, **/connectionData, false"})
    void revokesATokenThatWasGivenToNothing(String method, String path, boolean effect) throws Exception {
        try (Simulator simulator = Simulator.start(Scenario.shop())) {
            simulator
                    .faults()
                    .add(new FaultRule(Match.of(method, path), Fault.hang().withEffect(effect), 0, 1));

            stop(simulator, Goal.TOKEN, "TERM");

            boolean revoked = simulator.tokens().active().size() == 1;
            // The attempt has a time limit, and a slow machine may exceed it.
            assertThat(revoked || Files.readString(report(Goal.TOKEN)).contains("(new "))
                    .isTrue();
        }
    }

    private void stop(Simulator simulator, Goal goal, String signal) throws Exception {
        assumeTrue(!signal.equals("INT") || !ignoresInterrupts(), "SIGINT is ignored here, and so by every child");
        int status = SignalledProcess.start(simulator, goal, folder).stopAtTheCallWithoutAnswer(simulator, signal);
        assertThat(status).isEqualTo(signal.equals("INT") ? 130 : 143);
    }

    /** A process that a shell without job control has started in the background ignores SIGINT, and its children too. */
    private static boolean ignoresInterrupts() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> new BigInteger(line.split("\\s+", -1)[1], 16).testBit(1));
    }

    private Path report(Goal goal) {
        return folder.resolve("target/aikido/" + goal + "-report.json");
    }

    private List<String> messages(Goal goal) throws Exception {
        JsonNode report = new JsonMapper().readTree(report(goal).toFile());
        return report.path("problems").findValuesAsText("message");
    }
}
