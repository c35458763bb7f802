package io.github.aikidoconnect.internal.aikido;

import static io.github.aikidoconnect.internal.aikido.Clients.LIST;
import static io.github.aikidoconnect.internal.aikido.Clients.answer;
import static io.github.aikidoconnect.internal.aikido.Clients.calls;
import static io.github.aikidoconnect.internal.aikido.Clients.client;
import static io.github.aikidoconnect.internal.aikido.Clients.failure;
import static io.github.aikidoconnect.internal.aikido.Clients.listing;
import static io.github.aikidoconnect.internal.aikido.Clients.repositories;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of repositories, page by page. */
class AikidoListTest {
    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{}", "{\"repositories\":[]}", "[null]", "[{}]", "[{\"id\":null}]", ""})
    void takesNoOtherAnswerForAList(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path(LIST), 200, body);
        assertThat(failure(client(simulator)::repositories).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void readsTheListWithThoseThatAreNotMonitoredInTheLargestPages() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(250)));
        assertThat(client(simulator).repositories())
                .extracting(io.github.aikidoconnect.internal.aikido.CodeRepository::name)
                .containsExactlyElementsOf(
                        repositories(250).stream().map(CodeRepository::name).toList());
        assertThat(calls(simulator, "GET", LIST))
                .extracting(Exchange::query)
                .containsExactly(
                        "page=0&per_page=200&include_inactive=true&include_labels=true",
                        "page=1&per_page=200&include_inactive=true&include_labels=true",
                        "page=2&per_page=200&include_inactive=true&include_labels=true");
    }

    @Test
    void doesNotTakeAShortPageForTheEnd() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(10)).workspace(w -> w.withPageCap(3)));
        assertThat(client(simulator).repositories()).hasSize(10);
    }

    @Test
    void readsNoFurtherThanIsEnough() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(10)).workspace(w -> w.withPageCap(3)));
        assertThat(client(simulator).repositories(page -> page.get(0).id() > 3)).hasSize(6);
        assertThat(simulator.calls().aikido()).isEqualTo(2);
    }

    @Test
    void takesTheLastOfTwoEntriesWithTheSameId() throws InterruptedException {
        CodeRepository before = repositories(1).get(0);
        Simulator simulator = simulators.start(
                listing(List.of(before, before.withActive(true))).workspace(w -> w.withPageCap(1)));
        assertThat(client(simulator).repositories())
                .singleElement()
                .satisfies(entry -> assertThat(entry.active()).isTrue());
    }

    @Test
    void readsEntriesWithoutTheFieldsThatMayBeAbsent() throws InterruptedException {
        CodeRepository bare =
                new CodeRepository(7, "bare", "selfscan", null, null, null, null, null, null, null, null, List.of());
        for (boolean nulls : List.of(true, false)) {
            Simulator simulator = simulators.start(listing(List.of(bare)).workspace(w -> w.withExplicitNulls(nulls)));
            assertThat(client(simulator).repositories())
                    .containsExactly(new io.github.aikidoconnect.internal.aikido.CodeRepository(
                            7,
                            "bare",
                            "selfscan",
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            LastScan.UNKNOWN,
                            new io.github.aikidoconnect.internal.aikido.CodeRepository.Traits(
                                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(List.of()))));
        }
    }

    @Test
    void readsAnUnknownProvider(Simulator simulator) throws InterruptedException {
        answer(
                simulator,
                Match.path(LIST).withQuery("page=0&"),
                200,
                "[{\"id\":7,\"name\":\"new\",\"provider\":\"forge\",\"active\":true,\"more\":{}}]");
        assertThat(client(simulator).repositories())
                .singleElement()
                .satisfies(entry -> assertThat(entry.isAzureDevOps()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void neverTakesAFailedPageForTheEnd(int status) {
        Simulator simulator = simulators.start(listing(repositories(10)).workspace(w -> w.withPageCap(5)));
        answer(simulator, Match.path(LIST).withQuery("page=1&"), status, "{}");
        assertThatCode(() -> client(simulator).repositories()).isInstanceOf(AikidoException.class);
    }

    @Test
    void neverTakesABrokenPageForTheEnd() {
        Simulator simulator = simulators.start(listing(repositories(10)).workspace(w -> w.withPageCap(5)));
        simulator.faults().always(Match.path(LIST).withQuery("page=1&"), Fault.truncate());
        assertThat(failure(client(simulator)::repositories).kind()).isEqualTo(Kind.NETWORK);
    }
}
