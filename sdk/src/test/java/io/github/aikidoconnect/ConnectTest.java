package io.github.aikidoconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    private final Runs runs = Runs.create();

    @Test
    void registersAProject(Simulator simulator) {
        ConnectReport report = runs.connect(Runs.shop(simulator).build());
        System.out.println(report.toText());
        runs.progress.forEach(System.out::println);
        System.out.println(runs.connect(Runs.shop(simulator).build()).toText());
        System.out.println(runs.check(Runs.shop(simulator).build()).toText());
        System.out.println(runs.list(Runs.shop(simulator).build()).toText());
        System.out.println(runs.list(Runs.shop(simulator).project(null).build()).toText());
        System.out.println(runs.status(Runs.shop(simulator)
                        .excludes(java.util.List.of("shop-a*"))
                        .build())
                .toText());
        assertThat(report.problems()).isEmpty();
    }
}
