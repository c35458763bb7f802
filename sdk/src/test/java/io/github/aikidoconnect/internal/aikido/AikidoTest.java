package io.github.aikidoconnect.internal.aikido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Credentials;
import io.github.aikidoconnect.internal.http.HttpCaller;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.http.Redactor;
import io.github.aikidoconnect.internal.limit.Limiter;
import io.github.aikidoconnect.internal.limit.Time;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AikidoTest {

    private static final String LIST = "/aikido/api/public/v1/repositories/code";
    private static final Match WRITES = Match.of("POST", "**/api/public/v1/**");

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
    void repeatsAWriteAfterARefusedTokenSinceNothingHasHappened() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(401));
        client(simulator).activate(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
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
    void readsAProviderThatNobodyKnowsYet(Simulator simulator) throws InterruptedException {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"success\":null}",
                "{\"success\":{}}",
                "{\"success\":\"queued\"}",
                "{\"success\":\"true\"}",
                "{\"success\":2}",
                "{\"status\":\"queued\"}",
                "[{\"success\":1}]",
                "[{\"error\":\"No way.\"}]"
            })
    void isUncertainOfAWriteWhoseAnswerDoesNotSay(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        for (ThrowingCallable write : writes(client(simulator))) {
            AikidoException failure = failure(write);
            assertThat(failure.isUncertain()).isTrue();
            assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"No way.\"}",
                "{\"error\":\"No way.\",\"success\":1,\"status\":\"ok\"}",
                "{\"status_code\":400,\"reason_phrase\":\"No way.\"}",
                "{\"errors\":[\"x\"],\"message\":\"No way.\"}"
            })
    void isUncertainOfAWriteWhoseAnswerIsASuccessThatHoldsAnError(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        for (ThrowingCallable write : writes(client(simulator))) {
            AikidoException failure = failure(write);
            assertThat(failure.isUncertain()).isTrue();
            assertThat(failure.detail()).isEqualTo("HTTP 200: No way");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 204})
    void isUncertainOfAWriteWhoseStatusTheApiDoesNotDescribe(int status) {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/activate"), status, status == 204 ? "" : "{\"success\":1}");
        assertThat(failure(() -> client(simulator).activate(1)).isUncertain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":1}", "{\"success\":true}"})
    void takesBothDescribedFormsOfSuccessForSuccess(String body) throws InterruptedException {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        assertThatCode(() -> client(simulator).activate(1)).doesNotThrowAnyException();
        assertThat(client(simulator).handOver(Secret.of("t"))).isInstanceOf(HandoverAnswer.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"success\":0}", "{\"success\":false}", "{\"success\":false,\"error\":\"No\"}"})
    void takesASuccessThatIsNoneForARefusal(String body) {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, body);
        for (ThrowingCallable write : writes(client(simulator))) {
            AikidoException failure = failure(write);
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.isUncertain()).isFalse();
        }
    }

    @Test
    void takesAnErrorThatARefusalDeniesForNone() {
        Simulator simulator = simulators.simulator();
        answer(simulator, WRITES, 200, "{\"success\":1,\"error\":null,\"errors\":[],\"message\":\"Done\"}");
        assertThatCode(() -> client(simulator).activate(1)).doesNotThrowAnyException();
    }

    /** Each kind of write; a handover returns what others throw. */
    private static List<ThrowingCallable> writes(Aikido aikido) {
        return List.of(
                aikido::startImport, () -> aikido.activate(1), () -> aikido.deactivate(1), () -> aikido.scan(1), () -> {
                    HandoverAnswer answer = aikido.handOver(Secret.of("t"));
                    if (answer instanceof HandoverAnswer.Refused refused) {
                        assertThat(refused.reason().isUncertain()).isFalse();
                        throw refused.reason();
                    }
                    if (answer instanceof HandoverAnswer.Unclear unclear) {
                        assertThat(unclear.reason().isUncertain()).isTrue();
                        throw unclear.reason();
                    }
                });
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

    @Test
    void doesNotRepeatAWriteWhoseAnswerIsLostAndSaysThatItMayHaveTakenEffect() {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().always(Match.path("**/activate"), Fault.lostAnswer());
        AikidoException failure = failure(() -> client(simulator).activate(1));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.isUncertain()).isTrue();
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
    }

    @Test
    void doesNotRepeatAWriteThatEndedInAServersError() {
        Simulator simulator = simulators.simulator();
        answer(simulator, Match.path("**/activate"), 503, "{}");
        assertThat(failure(() -> client(simulator).activate(1)).isUncertain()).isTrue();
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(1);
    }

    @Test
    void isCertainThatARefusedWriteHadNoEffect() {
        Simulator simulator = simulators.simulator();
        AikidoException failure = failure(() -> client(simulator).activate(99));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.isUncertain()).isFalse();
    }

    @Test
    void isCertainThatAWriteToNobodyHadNoEffect() {
        Simulator simulator = simulators.simulator();
        URI url = simulator.aikidoUrl();
        simulator.close();
        AikidoException failure = failure(() -> client(url).activate(1));
        assertThat(failure.kind()).isEqualTo(Kind.NETWORK);
        assertThat(failure.isUncertain()).isFalse();
    }

    @Test
    void repeatsAWriteThatWasOneTooManySinceItWasNotCounted() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(1)));
        simulator.faults().once(Match.path("**/activate"), Fault.answer(429).withHeaders(Map.of("Retry-After", "0")));
        client(simulator).activate(1);
        assertThat(calls(simulator, "POST", "**/activate")).hasSize(2);
    }

    @Test
    void activatesScansAndDeactivates() throws InterruptedException {
        Simulator simulator = simulators.start(listing(repositories(2)));
        Aikido aikido = client(simulator);
        aikido.activate(1);
        aikido.scan(1);
        assertThat(simulator.workspace().monitored()).containsExactly("r1");
        assertThat(simulator.workspace().scans()).containsExactly("r1");
        aikido.deactivate(1);
        aikido.deactivate(1);
        assertThat(simulator.workspace().monitored()).isEmpty();
    }

    @Test
    void handsATokenOver(Simulator simulator) throws InterruptedException {
        client(simulator).handOver(Secret.of("new\"token"));
        assertThat(simulator.workspace().tokensHandedOver()).containsExactly("new\"token");
    }

    private static List<Exchange> calls(Simulator simulator, String method, String path) {
        String end = path.replace("**", "");
        return simulator.exchanges().stream()
                .filter(exchange ->
                        exchange.method().equals(method) && exchange.path().endsWith(end))
                .toList();
    }

    private static AikidoException failure(ThrowingCallable call) {
        AikidoException failure = catchThrowableOfType(AikidoException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void answer(Simulator simulator, Match match, int status, String body) {
        simulator
                .faults()
                .always(
                        match,
                        Fault.answer(status, "application/json", body)
                                .withHeaders(Map.of("Content-Type", "application/json", "Retry-After", "0")));
    }

    private static Scenario listing(List<CodeRepository> repositories) {
        return Scenario.shop().workspace(w -> w.withRepositories(repositories));
    }

    private static List<CodeRepository> repositories(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> CodeRepository.of(
                        i, "r" + i, false, "id-" + i, "https://dev.azure.com/contoso/Shop%20Front/_git/r" + i))
                .toList();
    }

    private static Aikido client(Simulator simulator) {
        return client(simulator.aikidoUrl());
    }

    private static Aikido client(URI url) {
        JdkTransport transport = JdkTransport.create();
        HttpCaller http = new HttpCaller(
                transport,
                Limiter.OPEN,
                new HttpCaller.Policy(Duration.ofSeconds(30), answer -> false, pause -> {}),
                Time.SYSTEM);
        return new Aikido(
                http,
                http,
                url,
                new Credentials.Client(Secret.of(Shop.CLIENT_ID), Secret.of(Shop.CLIENT_SECRET)),
                new Redactor());
    }
}
