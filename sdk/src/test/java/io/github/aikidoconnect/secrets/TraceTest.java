package io.github.aikidoconnect.secrets;

import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.contract.ContractCommand;
import io.github.aikidoconnect.contract.SecretSearch;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.internal.limit.FastTime;
import io.github.aikidoconnect.internal.run.InjectedTime;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Setup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The trace of a run: complete enough to find out where a service differs, and safe to attach to a bug report. */
class TraceTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(Setup.shop());

    private final List<String> traces = new CopyOnWriteArrayList<>();

    @Test
    void holdsEveryExchangeOfARun(Simulator simulator) throws Exception {
        run(AikidoConnect::connect, request(simulator).build());

        JsonNode entries = entries(traces.get(0));
        assertThat(entries).hasSameSizeAs(simulator.exchanges());
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("startedDateTime").asText()).endsWith("Z");
            assertThat(entry.path("time").asDouble()).isNotNegative();
            assertThat(entry.path("request").path("method").asText()).isNotEmpty();
            assertThat(entry.path("response").path("status").asInt()).isBetween(200, 499);
        });
        assertThat(texts(entries, "url")).anyMatch(url -> url.contains("/_apis/git/repositories?api-version=7.1"));
        assertThat(traces.get(0)).contains("shop-web");
    }

    @Test
    void isHandedOverOnceForEachRun(Simulator simulator) {
        run(AikidoConnect::check, request(simulator).build());
        run(AikidoConnect::status, request(simulator).build());
        assertThat(traces).hasSize(2);
    }

    @Test
    void holdsNoSecretAndNoPerson(Simulator simulator) throws Exception {
        for (BiFunction<AikidoConnect, ConnectRequest, ConnectReport> goal :
                List.<BiFunction<AikidoConnect, ConnectRequest, ConnectReport>>of(
                        AikidoConnect::check, AikidoConnect::list, AikidoConnect::connect)) {
            run(goal, request(simulator).handover(Handover.ALWAYS).build());
        }

        String all = String.join("\n", traces);
        assertThat(SecretSearch.of(Shop.TOKEN, Shop.CLIENT_SECRET).in(all)).isEmpty();
        assertThat(accessTokens(simulator)).isNotEmpty().noneMatch(all::contains);
        assertThat(all).contains("Basic ******", "Bearer ******").doesNotContainPattern("[a-z.]+@[a-z]+\\.[a-z]+");
        assertThat(headers(all)).contains("X-VSS-UserData").doesNotContain("Cookie", "Set-Cookie");
    }

    @Test
    void holdsNoSecretThatAServiceRepeatsInAnAnswer(Simulator simulator) throws Exception {
        simulator
                .faults()
                .always(
                        Match.path("**/workspace"),
                        Fault.answer(
                                500,
                                "application/json",
                                "{\"error\":\"" + Shop.TOKEN + "\",\"" + Shop.CLIENT_SECRET
                                        + "\":1,\"a\":\"eyJhbGciOiJSU0E"
                                        + ".b.c.d.e\",\"who\":\"maria@contoso.example\"}"));
        simulator.faults().always(Match.path("**/profile/**"), Fault.answer(401, "text/html", Shop.TOKEN));

        run(AikidoConnect::check, request(simulator).build());

        assertThat(SecretSearch.of(Shop.TOKEN, Shop.CLIENT_SECRET).in(traces.get(0)))
                .isEmpty();
        assertThat(traces.get(0)).doesNotContain("eyJhbGciOiJSU0E", "maria");
        assertThat(traces.get(0)).contains("A body of type text/html is not recorded");
    }

    @Test
    void saysWhereNoAnswerCame(Simulator simulator) throws Exception {
        simulator.faults().always(Match.path("**/configurationErrors"), Fault.reset());

        run(AikidoConnect::check, request(simulator).build());

        assertThat(entries(traces.get(0)))
                .filteredOn(entry -> entry.path("response").path("status").asInt() == 0)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path("response")
                                .path("content")
                                .path("comment")
                                .asText())
                        .startsWith("No complete answer: "));
    }

    @Test
    void showsTheBeginningOfALongList() throws Exception {
        Simulator simulator = simulators.start(Setup.large(300, true));

        run(AikidoConnect::status, request(simulator).build());

        assertThat(traces.get(0))
                .contains("200 elements of lists beyond the first 100 left out")
                .contains("r100");
        assertThat(traces.get(0)).doesNotContain("/_git/r101\\\"");
    }

    @Test
    void agreesWithTheContractWhereTheServicesDo(Simulator simulator, @TempDir Path folder) throws Exception {
        run(AikidoConnect::check, request(simulator).build());
        run(AikidoConnect::connect, request(simulator).build());

        for (String trace : traces) {
            assertThat(compared(trace, folder, simulator)).contains(" 0 deviations, 0 calls without a response");
        }
    }

    @Test
    void showsWhereAServiceDiffersFromTheContract(Simulator simulator, @TempDir Path folder) throws Exception {
        simulator
                .faults()
                .always(
                        Match.path("**/workspace"),
                        Fault.answer(200, "application/json", "{\"id\":\"one\",\"name\":\"Shop\",\"surprise\":1}"));

        run(AikidoConnect::check, request(simulator).build());

        assertThat(compared(traces.get(0), folder, simulator))
                .contains("GET /aikido/api/public/v1/workspace -> 200")
                .contains("surprise")
                .contains(" 2 deviations");
    }

    private void run(BiFunction<AikidoConnect, ConnectRequest, ConnectReport> goal, ConnectRequest request) {
        try (AikidoConnect aikido =
                InjectedTime.builder(new FastTime()).trace(traces::add).build()) {
            assertThat(goal.apply(aikido, request)).isNotNull();
        }
    }

    private static String compared(String trace, Path folder, Simulator simulator) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "trace", ".har"), trace);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = ContractCommand.run(
                List.of("--azure-url", simulator.azureUrl().toString(), file.toString()), printed, printed);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(status).as(text).isEqualTo(text.contains(" 0 deviations") ? 0 : 1);
        return text;
    }

    private static JsonNode entries(String trace) throws Exception {
        JsonNode log = JsonMapper.builder().build().readTree(trace).path("log");
        assertThat(log.path("version").asText()).isEqualTo("1.2");
        return log.path("entries");
    }

    private static List<String> texts(JsonNode entries, String member) {
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.path("request").path(member).asText()));
        return texts;
    }

    private static List<String> headers(String trace) {
        return Pattern.compile("\"name\" : \"([^\"]+)\"")
                .matcher(trace)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> accessTokens(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.path().endsWith("/oauth/token"))
                .map(exchange -> exchange.responseBody().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1"))
                .toList();
    }
}
