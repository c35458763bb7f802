package io.github.aikidoconnect.status;

import static io.github.aikidoconnect.testing.Checks.repository;
import static io.github.aikidoconnect.testing.Companies.client;
import static io.github.aikidoconnect.testing.Setup.LIST;
import static io.github.aikidoconnect.testing.Setup.calls;
import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.CodeRepository.Label;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import io.github.aikidoconnect.testing.Companies;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Monitored is not scanned: the list says when, and the reports show it. */
class LastScanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(scanned());

    private final Runs runs = Runs.withoutPauses();

    private static long daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).getEpochSecond();
    }

    /** One was scanned yesterday, one a month ago, one never; one is not imported yet. */
    private static Scenario scanned() {
        return imported(Setup.shop(), "shop-web", "shop-api", "shop-assets")
                .workspace(workspace -> workspace.withRepositories(workspace.repositories().stream()
                        .filter(entry -> !entry.name().equals("Zahlungs Übersicht"))
                        .map(LastScanTest::scanned)
                        .toList()));
    }

    private static CodeRepository scanned(CodeRepository entry) {
        return switch (entry.name()) {
            case "shop-web" ->
                entry.withLastScannedAt(daysAgo(1))
                        .withBranch("main")
                        .withSensitivity("sensitive")
                        .withConnectivity("connected")
                        .withLabels(List.of(new Label(1, "azure:Shop Front", false), new Label(2, "tier-1", true)));
            case "shop-api" -> entry.withLastScannedAt(daysAgo(30));
            case "shop-assets" -> entry.withLastScannedAt(-1L);
            default -> entry;
        };
    }

    private static JsonNode row(ConnectReport report, String name) throws IOException {
        return StreamSupport.stream(
                        JSON.readTree(report.toJson()).path("repositories").spliterator(), false)
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReportHasWhatAikidosListSays(Simulator simulator) throws IOException {
        ConnectReport report =
                runs.status(request(simulator).maxScanAge(Duration.ofDays(7)).build());

        JsonNode web = row(report, "shop-web");
        assertThat(web.path("branch").asText()).isEqualTo("main");
        assertThat(Instant.parse(web.path("lastScannedAt").asText()).getEpochSecond())
                .isBetween(daysAgo(2), daysAgo(0));
        assertThat(web.path("scanState").asText()).isEqualTo("current");
        assertThat(web.path("sensitivity").asText()).isEqualTo("sensitive");
        assertThat(web.path("connectivity").asText()).isEqualTo("connected");
        assertThat(web.path("labels")).extracting(JsonNode::asText).containsExactly("azure:Shop Front", "tier-1");
        assertThat(row(report, "shop-api").path("scanState").asText()).isEqualTo("outdated");
        assertThat(row(report, "shop-assets").path("scanState").asText()).isEqualTo("never");
        assertThat(row(report, "shop-assets").path("lastScannedAt").isNull()).isTrue();
        assertThat(row(report, "Zahlungs Übersicht").has("scanState"))
                .as("Aikido does not list it")
                .isFalse();
    }

    @Test
    void itTakesNoCallMore(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator).build());

        assertThat(report.calls().aikido()).isEqualTo(4);
        assertThat(calls(simulator, "GET", LIST)).hasSize(2);
    }

    @Test
    void theConsoleAndThePageShowWhatNeedsALook(Simulator simulator) {
        ConnectReport report =
                runs.status(request(simulator).maxScanAge(Duration.ofDays(7)).build());

        assertThat(report.toText())
                .contains("  scan outdated  shop-api ")
                .contains("  never scanned  shop-assets ")
                .contains("  monitored      shop-web ")
                .contains(
                        "3 of 6 selected repositories monitored, 1 missing, 1 never scanned, 1 scan outdated, 0 stale (");
        assertThat(Jsoup.parse(report.toHtml()).select("#rows tbody tr").eachText())
                .anyMatch(row -> row.startsWith("shop-api git none ! scan outdated"))
                .anyMatch(row -> row.startsWith("shop-web")
                        && row.endsWith("branch main · sensitivity sensitive · connectivity connected · labels "
                                + "azure:Shop Front, tier-1"));
    }

    @Test
    void anyAgeWillDoUnlessOneIsGiven(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator)
                .includes(List.of("shop-web", "shop-api", "shop-assets"))
                .failOnDrift(true)
                .build());

        assertThat(report.isSuccess()).isTrue();
        assertThat(report.toText()).contains("  monitored      shop-api ").contains("  never scanned  shop-assets ");
    }

    @Test
    void failOnDriftFailsForAScanThatIsTooOld(Simulator simulator) {
        ConnectReport report = runs.status(request(simulator)
                .includes(List.of("shop-web", "shop-api", "shop-assets"))
                .maxScanAge(Duration.ofDays(7))
                .failOnDrift(true)
                .build());

        assertThat(report.problems().get(0).message())
                .isEqualTo("These repositories are missing, stale or not up to "
                        + "date in Aikido: \"shop-api\", \"shop-assets\".");
    }

    @Test
    void aConnectChangesNothingForAScanThatIsTooOld(Simulator simulator) {
        ConnectReport report = runs.connect(request(simulator)
                .includes(List.of("shop-web", "shop-api", "shop-assets"))
                .maxScanAge(Duration.ofDays(7))
                .build());

        assertThat(Setup.writes(simulator)).isEmpty();
        assertThat(repository(report, "shop-api").action()).isEqualTo(Action.NONE);
    }

    @Test
    void coverageDoesNotCountWhatWasNotScannedRecentlyEnough() {
        Scenario company = Companies.of(1, 4);
        Simulator simulator = simulators.start(company.workspace(workspace -> workspace.withRepositories(
                company.azure().organizations().get(0).projects().get(0).repositories().stream()
                        .map(repository -> CodeRepository.of(
                                        1L + repository.name().hashCode() % 1000,
                                        repository.name(),
                                        true,
                                        repository.id(),
                                        "https://dev.azure.com/contoso/x/_git/" + repository.name())
                                .withLastScannedAt(repository.name().endsWith("1") ? daysAgo(9) : daysAgo(1)))
                        .toList())));
        ConnectRequest common =
                Companies.common(simulator).maxScanAge(Duration.ofDays(7)).build();

        ConnectReport report = runs.coverage(OrganizationRequest.builder(common)
                .project(Company.project(1), client(1))
                .minCoverage(80)
                .build());

        assertThat(report.coverage()).isEqualTo(new Coverage(1, 1, 4, 4, 100));
        assertThat(report.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Aikido monitors 4 of 4 repositories, 100 %; without 1 that was not scanned recently enough, 75 %,"
                                + " less than the 80 % that is required.");
        assertThat(report.toText()).contains("4 of 4 repositories, 1 scan outdated");
        assertThat(Jsoup.parse(report.toHtml()).select(".lead").text()).contains("Not up to date: 1.");
    }
}
