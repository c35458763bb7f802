package io.github.aikidoconnect.contract;

import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.SimulatorOptions;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides each test with its own simulator, and checks every exchange against the contract at the end of the test.
 * Register it in an instance field, so that tests can run in parallel:
 *
 * <pre>{@code
 * @RegisterExtension
 * final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());
 *
 * @Test
 * void readsProjects(Simulator simulator) { ... }
 *
 * @Test
 * void tellsAnExpiredToken() {
 *     Simulator simulator = simulators.start(Scenario.shop().token(t -> t.withExpired(true)));
 * }
 * }</pre>
 */
public final class SimulatorExtension implements AfterEachCallback, ParameterResolver {
    private final Scenario scenario;
    private final Consumer<List<Exchange>> check;
    private final List<Simulator> running = new ArrayList<>();

    private SimulatorExtension(Scenario scenario, Consumer<List<Exchange>> check) {
        this.scenario = scenario;
        this.check = check;
    }

    /** Returns an extension that checks requests and answers. */
    public static SimulatorExtension of(Scenario scenario) {
        return new SimulatorExtension(scenario, Contract::verify);
    }

    /** Returns an extension that only checks answers, for tests that send requests which must be refused. */
    public static SimulatorExtension answersOnly(Scenario scenario) {
        return new SimulatorExtension(scenario, Contract::verifyAnswers);
    }

    /** Returns the simulator of this test, with the scenario of the extension. It is started at the first call. */
    public synchronized Simulator simulator() {
        return running.isEmpty() ? start(scenario) : running.get(0);
    }

    /** Starts another simulator for this test, which is checked and stopped in the same way. */
    public Simulator start(Scenario other) {
        return start(SimulatorOptions.of(other));
    }

    /** Starts another simulator for this test, which is checked and stopped in the same way. */
    public synchronized Simulator start(SimulatorOptions options) {
        Simulator simulator = Simulator.start(options);
        running.add(simulator);
        return simulator;
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        List<Exchange> exchanges = new ArrayList<>();
        running.forEach(simulator -> exchanges.addAll(simulator.exchanges()));
        running.forEach(Simulator::close);
        running.clear();
        check.accept(exchanges);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }
}
