package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.aikido.AikidoService;
import io.github.aikidoconnect.simulator.aikido.WorkspaceState;
import io.github.aikidoconnect.simulator.azure.AzureService;
import io.github.aikidoconnect.simulator.azure.TokenStore;
import io.github.aikidoconnect.simulator.fault.Faults;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.http.Gateway;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Azure DevOps and Aikido in one server on the loopback interface. Starts with a scenario, and each one has its own
 * port and state, so that tests can run at the same time.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(Scenario.shop())) {
 *     // call simulator.azureUrl() and simulator.aikidoUrl()
 *     assertThat(simulator.workspace().monitored()).containsExactly("shop-web");
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
    private final Scenario scenario;
    private final Faults faults;
    private final Journal journal;
    private final AzureService azure;
    private final AikidoService aikido;
    private final Gateway gateway;
    private final LoopbackServer server;

    private Simulator(SimulatorOptions options) {
        this.scenario = options.scenario();
        this.faults = new Faults(scenario.faults());
        this.journal = new Journal(options.journalFile());
        this.azure = new AzureService(scenario.azure());
        this.aikido = new AikidoService(scenario.aikido(), scenario.azure());
        this.gateway = new Gateway(faults, journal);
        this.server = new LoopbackServer(options.port(), options.certificate(), gateway, services());
    }

    private List<LoopbackServer.Service> services() {
        return List.of(
                new LoopbackServer.Service(
                        "/azure", azure.gets(), azure.posts(), azure.puts(), azure.deletes(), azure.others()),
                new LoopbackServer.Service(
                        "/aikido", aikido.gets(), aikido.posts(), Map.of(), Map.of(), aikido.others()));
    }

    /** Starts on a free port. */
    public static Simulator start(Scenario scenario) {
        return start(SimulatorOptions.of(scenario));
    }

    /** Starts as the options say. */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /** What it was started with. */
    public Scenario scenario() {
        return scenario;
    }

    /** The base of all Azure DevOps calls, without a slash at its end. */
    public URI azureUrl() {
        return server.url().resolve("/azure");
    }

    /** The base that takes the place of {@code https://app.aikido.dev}, without a slash at its end. */
    public URI aikidoUrl() {
        return server.url().resolve("/aikido");
    }

    /** The port. */
    public int port() {
        return server.url().getPort();
    }

    /** What goes wrong on purpose; may be changed at any time. */
    public Faults faults() {
        return faults;
    }

    /** Every call so far, in the order in which they were answered. */
    public List<Exchange> exchanges() {
        return journal.exchanges();
    }

    /** The calls so far, counted. */
    public CallCount calls() {
        return new CallCount(exchanges());
    }

    /** The personal access tokens of Azure DevOps as they are now. */
    public TokenStore tokens() {
        return azure.tokens();
    }

    /** The first workspace of Aikido as it is now. */
    public WorkspaceState workspace() {
        return aikido.workspaces().get(0);
    }

    /** The workspaces of Aikido as they are now, in the scenario's order. */
    public List<WorkspaceState> workspaces() {
        return aikido.workspaces();
    }

    /** Stops at once; calls that hang are cut off. */
    @Override
    public void close() {
        gateway.close();
        server.stop();
        journal.close();
    }
}
