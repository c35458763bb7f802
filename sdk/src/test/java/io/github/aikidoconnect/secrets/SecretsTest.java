package io.github.aikidoconnect.secrets;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Handover;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.fault.Fault;
import io.github.aikidoconnect.simulator.fault.Match;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.simulator.scenario.Shop;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that repeat what was sent to them: nothing that a run gives away shows a secret in any form. */
class SecretsTest {

    private static final String PAT = "markedPat+one/two=" + "p".repeat(58) + "AZDOFAKE";
    private static final String CLIENT_SECRET = "markedSecret+one/two=&x";
    private static final String ACCESS_TOKEN = "markedAccess+one/two=";

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(marked());

    private final Runs runs = Runs.create();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 429, 500})
    void areNotShownWhenAikidoCannotBeRead(int status) {
        Simulator simulator = simulators.simulator();
        simulator
                .faults()
                .always(
                        Match.path("**/oauth/token"),
                        Fault.answer(
                                200,
                                "application/json",
                                "{\"access_token\":\"" + ACCESS_TOKEN + "\",\"expires_in\":3600}"));
        simulator.faults().always(Match.path("/aikido/api/public/**"), echo(status, PAT, CLIENT_SECRET, ACCESS_TOKEN));
        assertShowsNoSecret(runs.connect(marked(simulator)));
        assertShowsNoSecret(runs.check(marked(simulator)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500})
    void areNotShownWhenTheClientIsRefused(int status) {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path("**/oauth/token"), echo(status));
        assertShowsNoSecret(runs.connect(marked(simulator)));
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 400, 401, 403, 404, 500})
    void areNotShownWhenAzureDevOpsCannotBeRead(int status) {
        Simulator simulator = simulators.simulator();
        simulator.faults().always(Match.path("/azure/**"), echo(status));
        assertShowsNoSecret(runs.connect(marked(simulator)));
        assertShowsNoSecret(runs.list(marked(simulator)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500})
    void areNotShownWhenSomethingCannotBeDone(int status) {
        for (String write : List.of("**/activate", "**/import", "**/scan", "**/code-scanning")) {
            Simulator simulator = simulators.start(marked().workspace(workspace ->
                    workspace.withRepositories(workspace.repositories().subList(0, 2))));
            simulator.faults().always(Match.path(write), echo(status));
            assertShowsNoSecret(runs.connect(marked(simulator)));
        }
    }

    @Test
    void areNotShownByWhatHoldsThem(Simulator simulator) {
        ConnectRequest request = marked(simulator);
        assertHoldsNoSecret(String.valueOf(request.azureToken()));
        assertHoldsNoSecret(String.valueOf(request.aikidoClientSecret()));
        ConnectReport report = runs.connect(request);
        assertThat(report.isSuccess()).as(report.toText()).isTrue();
        assertShowsNoSecret(report);
    }

    private void assertShowsNoSecret(ConnectReport report) {
        assertHoldsNoSecret(report.toJson());
        assertHoldsNoSecret(report.toText());
        assertHoldsNoSecret(report.toString());
        report.problems().forEach(problem -> assertHoldsNoSecret(problem.toString()));
        runs.progress.forEach(progress -> assertHoldsNoSecret(progress.toString()));
    }

    private static void assertHoldsNoSecret(String shown) {
        assertThat(shown)
                .doesNotContain(forms(PAT, CLIENT_SECRET, ACCESS_TOKEN).toArray(String[]::new))
                .doesNotContain("marked");
    }

    /** The secrets as a service may repeat them. */
    private static List<String> forms(String... secrets) {
        List<String> forms = new ArrayList<>();
        for (String secret : secrets) {
            forms.add(secret);
            forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            forms.add(base64(secret));
            forms.add(base64(":" + secret));
        }
        forms.add(base64(Shop.CLIENT_ID + ":" + CLIENT_SECRET));
        return forms;
    }

    private static Fault echo(int status) {
        return echo(status, PAT, CLIENT_SECRET);
    }

    private static Fault echo(int status, String... secrets) {
        String text = String.join(" ", forms(secrets));
        return Fault.answer(
                        status, "application/json", "{\"error\":\"Got " + text + "\",\"message\":\"Got " + text + "\"}")
                .withHeaders(Map.of("Content-Type", "application/json", "Retry-After", "0"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Scenario marked() {
        return imported(Setup.shop())
                .token(token -> token.withValue(PAT))
                .client(client -> new ApiClient(client.id(), CLIENT_SECRET, client.scopes()));
    }

    private static ConnectRequest marked(Simulator simulator) {
        return request(simulator)
                .azureToken(Secret.of(PAT))
                .aikidoClient(Secret.of(Shop.CLIENT_ID), Secret.of(CLIENT_SECRET))
                .handover(Handover.ALWAYS)
                .scan(true)
                .syncTimeout(Duration.ofMillis(10))
                .build();
    }
}
