package io.jenkins.plugins.aikido;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.TaskListener;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.keep.KeepConnectedWork;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.state.StoredProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The controller runs connections by itself. The clock is given; nothing waits for a night. */
@WithJenkins
class KeepConnectedTest {

    @RegisterExtension
    final Simulated simulated = new Simulated();

    @Test
    void registersTheProjectWithoutAJobAndKeepsStateAndLogWithoutSecrets(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        OwnedConnection kept = keeps(services, connection -> connection.setKeepProjects("shop*"));

        tick(kept);

        ConnectionState state = ConnectionStates.get().of(kept);
        assertThat(state.getLastRun().getOutcome())
                .as(state.getLastRun().getProblem())
                .isEqualTo("success");
        assertThat(state.getProjects()).singleElement().satisfies(project -> {
            assertThat(project.getName()).isEqualTo(Shop.PROJECT);
            assertThat(project.getMonitored()).as("all but the TFVC repository").isEqualTo(project.getTotal() - 1);
        });
        assertThat(services.activations()).isNotEmpty();
        assertThat(new ConnectionStates().of(kept))
                .as("read from its file")
                .usingRecursiveComparison()
                .isEqualTo(state);
        String log = Files.readString(ConnectionStates.get().logFile(kept).toPath());
        assertThat(log).contains("Aikido connect: connection contoso", "shop-web");
        try (Stream<Path> files =
                Files.walk(jenkins.jenkins.getRootDir().toPath().resolve("aikido"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(SecretSearch.of(Shop.TOKEN, Shop.CLIENT_SECRET).in(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
        int calls = services.exchanges().size();
        tick(kept);
        assertThat(services.exchanges())
                .as("the next run is due in the next night")
                .hasSize(calls);
    }

    @Test
    void onlyComparesWithTheGoalStatus(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        OwnedConnection kept = keeps(services, connection -> {
            connection.setKeepGoal("status");
            connection.setKeepProjects("Shop Front");
        });

        tick(kept);

        assertThat(services.writes()).isEmpty();
        assertThat(ConnectionStates.get().of(kept).getProjects())
                .extracting(StoredProject::getMonitored)
                .containsExactly(0);
    }

    @Test
    void runsNoProjectThatTheConnectionDoesNotPermit(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        OwnedConnection kept = keeps(services, connection -> {
            connection.setProjects("Shop*");
            connection.setKeepProjects("*");
        });

        tick(kept);

        assertThat(ConnectionStates.get().of(kept).getProjects())
                .extracting(StoredProject::getName)
                .containsExactly(Shop.PROJECT);
    }

    @Test
    void reportsSeveralProjectsInOneWorkspaceAsAProblem(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        OwnedConnection kept = keeps(services, connection -> {});

        tick(kept);

        assertThat(ConnectionStates.get().of(kept).getLastRun().getProblem()).contains("Shop Front", "Payments");
        assertThat(services.writes()).isEmpty();
    }

    @Test
    void aShutdownEndsTheRunAndItStartsAgainAfterIt(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop().imports(imports -> imports.withNever(true)));
        OwnedConnection kept = keeps(services, connection -> connection.setKeepProjects("Shop Front"));
        KeepConnectedWork work = KeepConnectedWork.get();
        start(Instant.now());
        Eventually.holds(() -> log(kept).contains("waiting up to"));
        int calls = services.exchanges().size();
        start(Instant.now().plus(Duration.ofDays(2)));
        assertThat(work.isRunning(kept)).as("one run at a time").isTrue();

        jenkins.jenkins.doQuietDown();
        work.execute(TaskListener.NULL);
        awaitEnd(kept);

        assertThat(new ConnectionStates().of(kept).isKeepEnded())
                .as("also after a restart")
                .isFalse();
        assertThat(ConnectionStates.get().of(kept).getLastRun().getProblem()).isEqualTo("The run was interrupted.");
        work.execute(TaskListener.NULL);
        assertThat(work.isRunning(kept)).isFalse();
        jenkins.jenkins.doCancelQuietDown();
        work.execute(TaskListener.NULL);
        assertThat(work.isRunning(kept)).isTrue();
        Eventually.holds(() -> services.exchanges().size() > calls);
        jenkins.jenkins.doQuietDown();
        work.execute(TaskListener.NULL);
        awaitEnd(kept);
    }

    private static OwnedConnection keeps(SimulatedServices services, Consumer<Connection> settings) throws Exception {
        Administrator.addsCredentials();
        Connection connection = Administrator.connection("contoso", services);
        connection.setKeepConnected("nightly");
        connection.setCallsPerMinute(1_000);
        settings.accept(connection);
        Administrator.saves(connection);
        return OwnedConnection.global(connection);
    }

    private static void tick(OwnedConnection kept) {
        start(Instant.now());
        awaitEnd(kept);
    }

    private static void start(Instant now) {
        KeepConnectedWork.get().startWhatIsDue(now, ZoneId.systemDefault(), TaskListener.NULL);
    }

    private static void awaitEnd(OwnedConnection kept) {
        Eventually.holds(() -> !KeepConnectedWork.get().isRunning(kept));
    }

    private static String log(OwnedConnection kept) throws Exception {
        Path log = ConnectionStates.get().logFile(kept).toPath();
        return Files.exists(log) ? Files.readString(log) : "";
    }

    @Test
    void offRunsNothing(JenkinsRule jenkins) throws Exception {
        SimulatedServices services = simulated.start(Scenario.shop());
        OwnedConnection kept = keeps(services, connection -> connection.setKeepConnected("off"));

        tick(kept);

        assertThat(services.exchanges()).isEmpty();
        assertThat(ConnectionStates.get().of(kept).getProjects()).isEmpty();
    }
}
