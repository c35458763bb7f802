package io.github.aikidoconnect.internal.aikido;

import static io.github.aikidoconnect.internal.aikido.Clients.answer;
import static io.github.aikidoconnect.internal.aikido.Clients.calls;
import static io.github.aikidoconnect.internal.aikido.Clients.client;
import static io.github.aikidoconnect.internal.aikido.Clients.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AikidoTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Scenario.shop());

    @Test
    void readsTheWorkspace(Simulator simulator) throws InterruptedException {
        assertThat(client(simulator).workspace())
                .isEqualTo(new Workspace(4711, "Shop", Optional.of("azure_devops"), Optional.of("contoso")));
    }

    @Test
    void readsAWorkspaceThatSaysLittle() throws InterruptedException {
        Simulator simulator = simulators.start(
                Scenario.shop().workspace(w -> w.withLinkedProvider(null).withLinkedProviderOrgName(null)));
        assertThat(client(simulator).workspace())
                .isEqualTo(new Workspace(4711, "Shop", Optional.empty(), Optional.empty()));
    }

    @Test
    void readsConfigurationErrors() throws InterruptedException {
        Simulator simulator = simulators.start(Scenario.shop()
                .workspace(w -> w.withConfigurationErrors(List.of(ConfigurationError.scmDisconnected()))));
        assertThat(client(simulator).configurationErrors())
                .containsExactly(new io.github.aikidoconnect.internal.aikido.ConfigurationError(
                        "scm_disconnected", "The source code can no longer be read", "workspace", "workspace"));
    }

    @Test
    void takesTheBaseUrlWithOrWithoutThePathOfTheApi(Simulator simulator) throws InterruptedException {
        for (String url : List.of(
                simulator.aikidoUrl().toString(),
                simulator.aikidoUrl() + "/",
                simulator.aikidoUrl() + "/api/public/v1",
                simulator.aikidoUrl() + "/api/public/v1/")) {
            assertThat(client(URI.create(url)).workspace().id()).isEqualTo(4711);
        }
    }

    @Test
    void sendsACallAgainWithAFreshTokenWhenItsTokenIsRefused(Simulator simulator) throws InterruptedException {
        Aikido aikido = client(simulator);
        aikido.signIn();
        simulator.faults().once(Match.path("**/workspace"), Fault.answer(401));
        assertThat(aikido.workspace().id()).isEqualTo(4711);
        assertThat(calls(simulator, "POST", "**/oauth/token")).hasSize(2);
        assertThat(simulator.calls().aikido()).isEqualTo(2);
    }

    @Test
    void givesUpWhenTheFreshTokenIsRefusedToo(Simulator simulator) {
        simulator.faults().always(Match.path("**/workspace"), Fault.answer(401));
        assertThat(failure(client(simulator)::workspace).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        assertThat(simulator.calls().aikido()).isEqualTo(2);
    }

    @Test
    void namesTheScopeThatIsMissing() {
        Simulator simulator = simulators.start(Scenario.shop().client(c -> c.without("repositories:read")));
        AikidoException failure = failure(client(simulator)::repositories);
        assertThat(failure.kind()).isEqualTo(Kind.SCOPE_MISSING);
        assertThat(failure.detail()).isEqualTo("repositories:read");
    }

    @ParameterizedTest
    @CsvSource({
        "400, error, REFUSED",
        "400, message, REFUSED",
        "400, reason_phrase, REFUSED",
        "404, error, NOT_FOUND",
        "409, error, REFUSED",
        "500, error, UNAVAILABLE",
        "302, error, UNAVAILABLE"
    })
    void tellsWhatAikidoSaysWhereverItSaysIt(int status, String member, Kind kind) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/import"), status, "{\"" + member + "\":\"No way.\"}");
        AikidoException failure = failure(client(simulator)::startImport);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.detail()).isEqualTo("HTTP " + status + ": No way");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "{}", "{\"id\":\"4711\"}", "[]", "null", "{\"id\":4711} trailing"})
    void takesNoOtherAnswerForAWorkspace(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/workspace"), 200, body);
        assertThat(failure(client(simulator)::workspace).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"**/workspace", "**/configurationErrors", "**/repositories/code"})
    void takesASuccessThatHoldsAnErrorForNoAnswerToARead(String path) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path(path), 200, "{\"id\":4711,\"name\":\"Shop\",\"error\":\"Try again.\"}");
        Aikido aikido = client(simulator);
        ThrowingCallable read = path.endsWith("workspace")
                ? aikido::workspace
                : path.endsWith("code") ? aikido::repositories : aikido::configurationErrors;
        assertThat(failure(read).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure(read).detail()).isEqualTo("HTTP 200: Try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"error\":\"Try again.\"}]", "[null]", "[{}]", "[{\"kind\":null}]"})
    void takesAListOfNoConfigurationErrorsForNoGoodNews(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/configurationErrors"), 200, body);
        assertThat(failure(client(simulator)::configurationErrors).kind()).isEqualTo(Kind.UNAVAILABLE);
    }
}
