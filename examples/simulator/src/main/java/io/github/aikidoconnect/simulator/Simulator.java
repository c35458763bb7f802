package io.github.aikidoconnect.simulator;

import io.github.aikidoconnect.simulator.aikido.AikidoService;
import io.github.aikidoconnect.simulator.aikido.WorkspaceState;
import io.github.aikidoconnect.simulator.azure.AzureService;
import io.github.aikidoconnect.simulator.azure.TokenStore;
import io.github.aikidoconnect.simulator.entra.EntraService;
import io.github.aikidoconnect.simulator.entra.IssuedTokens;
import io.github.aikidoconnect.simulator.fault.Faults;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.http.Gateway;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Azure DevOps, Microsoft Entra and Aikido in one server on the loopback interface. Each simulator has its own scenario, port and state,
 * so that tests can run in parallel.
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
    private final EntraService entra;
    private final AikidoService aikido;
    private final Gateway gateway;
    private final LoopbackServer server;

    private Simulator(SimulatorOptions options) {
        this.scenario = options.scenario();
        this.faults = new Faults(scenario.faults());
        this.journal = new Journal(options.journalFile());
        IssuedTokens issued = new IssuedTokens(scenario.azure());
        this.azure = new AzureService(scenario.azure(), issued);
        this.entra = new EntraService(issued);
        this.aikido = new AikidoService(scenario.aikido(), scenario.azure());
        this.gateway = new Gateway(faults, journal);
        this.server = new LoopbackServer(options.port(), options.certificate(), gateway, services());
    }

    private List<LoopbackServer.Service> services() {
        return List.of(
                new LoopbackServer.Service(
                        "/azure", azure.gets(), azure.posts(), azure.puts(), azure.deletes(), azure.others()),
                new LoopbackServer.Service(
                        "/aikido", aikido.gets(), aikido.posts(), aikido.puts(), Map.of(), aikido.others()),
                new LoopbackServer.Service("/entra", entra.gets(), entra.posts(), Map.of(), Map.of(), entra.others()));
    }

    /** Starts a simulator on a free port. */
    public static Simulator start(Scenario scenario) {
        return start(SimulatorOptions.of(scenario));
    }

    /** Starts a simulator with options. */
    public static Simulator start(SimulatorOptions options) {
        return new Simulator(options);
    }

    /** Returns the scenario of this simulator. */
    public Scenario scenario() {
        return scenario;
    }

    /** Returns the base URL for all calls to Azure DevOps, without a slash at its end. */
    public URI azureUrl() {
        return server.url().resolve("/azure");
    }

    /** Returns the base URL that replaces {@code https://app.aikido.dev}, without a slash at its end. */
    public URI aikidoUrl() {
        return server.url().resolve("/aikido");
    }

    /** Returns the base URL that replaces {@code https://login.microsoftonline.com}, without a slash at its end. */
    public URI entraUrl() {
        return server.url().resolve("/entra");
    }

    /** Returns the port. */
    public int port() {
        return server.url().getPort();
    }

    /** Returns the faults, which can be changed at any time. */
    public Faults faults() {
        return faults;
    }

    /** Returns all exchanges so far, in the order of the answers. */
    public List<Exchange> exchanges() {
        return journal.exchanges();
    }

    /** Returns the numbers of calls so far. */
    public CallCount calls() {
        return new CallCount(exchanges());
    }

    /** Returns the current personal access tokens of Azure DevOps. */
    public TokenStore tokens() {
        return azure.tokens();
    }

    /** Returns the current state of the first workspace of Aikido. */
    public WorkspaceState workspace() {
        return aikido.workspaces().get(0);
    }

    /** Returns the current state of the workspaces of Aikido, in the order of the scenario. */
    public List<WorkspaceState> workspaces() {
        return aikido.workspaces();
    }

    /** Stops at once. Hanging calls are cut off. */
    @Override
    public void close() {
        gateway.close();
        server.stop();
        journal.close();
    }
}
