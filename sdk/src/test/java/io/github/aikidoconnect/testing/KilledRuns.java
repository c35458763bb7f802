package io.github.aikidoconnect.testing;

import io.github.aikidoconnect.contract.Contract;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs that were killed in the middle, each at its own moment: a call that gets no answer. One process has all of them,
 * because it is a Java that takes long to start.
 *
 * @param <M> the moments
 */
public final class KilledRuns<M extends Enum<M>> implements AutoCloseable {

    private final Map<M, Simulator> simulators;

    private KilledRuns(Map<M, Simulator> simulators) {
        this.simulators = simulators;
    }

    /**
     * Kills a run at each moment.
     *
     * @param moments the type of the moments
     * @param hang what happens to the calls at a moment
     * @param scenario what each run finds
     * @param folder where the output of the process goes
     * @param settings those of {@link OtherProcess#start}
     */
    public static <M extends Enum<M>> KilledRuns<M> at(
            Class<M> moments, Function<M, FaultRule> hang, Scenario scenario, Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        Map<M, Simulator> simulators = new EnumMap<>(moments);
        for (M moment : moments.getEnumConstants()) {
            Simulator simulator = Simulator.start(scenario);
            simulator.faults().add(hang.apply(moment));
            simulators.put(moment, simulator);
        }
        OtherProcess.start(simulators.values(), folder, settings).killAtTheCallsWithoutAnswer(simulators.values());
        simulators.values().forEach(simulator -> simulator.faults().clear());
        return new KilledRuns<>(simulators);
    }

    /** A call that gets no answer, after so many of its kind, and has no effect. */
    public static FaultRule asked(String path, int earlier) {
        return new FaultRule(Match.path(path), Fault.hang(), earlier, 1);
    }

    /** The same with the effect that it asks for. */
    public static FaultRule done(String path, int earlier) {
        return new FaultRule(Match.path(path), Fault.hang().withEffect(true), earlier, 1);
    }

    /** What the run that was killed at this moment has left. */
    public Simulator simulator(M moment) {
        return simulators.get(moment);
    }

    /** Checks all exchanges against the contract. */
    @Override
    public void close() {
        simulators.values().forEach(Simulator::close);
        simulators.values().forEach(Contract::verify);
    }
}
