package io.github.aikidoconnect.api;

import static io.github.aikidoconnect.testing.Setup.imported;
import static io.github.aikidoconnect.testing.Setup.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.TokenAction;
import io.github.aikidoconnect.contract.SimulatorExtension;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.testing.ReportSchema;
import io.github.aikidoconnect.testing.Runs;
import io.github.aikidoconnect.testing.Setup;
import io.github.aikidoconnect.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The schema has teeth: it refuses a report with anything wrong in it, or it would prove nothing in the other tests. */
class ReportSchemaTest {

    @RegisterExtension
    final SimulatorExtension simulators = SimulatorExtension.of(imported(Setup.shop(), "shop-web"));

    private final Runs runs = Runs.create();

    @Test
    void refusesWhatIsWrong(Simulator simulator) {
        String good = runs.connect(request(simulator).build()).toJson();
        assertThat(ReportSchema.errors(good)).isEmpty();
        List<String> accepted = new ArrayList<>();
        for (String[] change : new String[][] {
            {"\"schemaVersion\" : 1", "\"schemaVersion\" : 2"},
            {"\"schemaVersion\" : 1,", ""},
            {"\"goal\" : \"connect\"", "\"goal\" : \"token\""},
            {"\"dryRun\" : false", "\"dryRun\" : \"false\""},
            {"\"outcome\" : \"success\"", "\"outcome\" : \"SUCCESS\""},
            {"\"outcome\" : \"success\"", "\"outcome\" : \"partial\""},
            {"\"startedAt\" : \"([^\"]*)Z\"", "\"startedAt\" : \"$1+01:00\""},
            {"\"finishedAt\" : \"[^\"]*\"", "\"finishedAt\" : 1790000000"},
            {"\"workspace\" : \\{", "\"workSpace\" : {"},
            {"\"id\" : \"scope.code\"", "\"id\" : \"scope.everything\""},
            {"\"status\" : \"passed\"", "\"status\" : \"ok\""},
            {"\"kind\" : \"git\"", "\"kind\" : \"svn\""},
            {"\"state\" : \"active\"", "\"state\" : \"fine\""},
            {"\"action\" : \"activate\"", "\"action\" : \"ACTIVATE\""},
            {"\"result\" : \"done\"", "\"result\" : null"},
            {"\"reason\" : \"Aikido monitors it.\"", "\"reason\" : \"\""},
            {"\"reason\" : \"Aikido monitors it.\",", ""},
            {"\"secretScanning\" : true", "\"secretScanning\" : true, \"extra\" : 1"},
            {"\"problems\" : \\[ \\]", "\"problems\" : [ {\"code\":\"PARTIAL\",\"message\":\"a\",\"fix\":\"b\"} ]"},
            {"\"found\" : 6", "\"found\" : -1"},
            {"\"calls\" : \\{", "\"call\" : {"},
            {"\"azure\" : \\{", "\"projects\" : [ ], \"azure\" : {"}
        }) {
            String bad = good.replaceFirst(change[0], change[1]);
            assertThat(bad).as(change[0] + " is in the report").isNotEqualTo(good);
            if (ReportSchema.errors(bad).isEmpty()) {
                accepted.add(change[0] + " -> " + change[1]);
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void refusesWhatIsWrongAboutTokens(Simulator simulator) {
        String good =
                runs.token(Tokens.request(simulator, TokenAction.LIST).build()).toJson();
        for (String[] change : new String[][] {
            {"\"tokens\" :", "\"token\" :"},
            {"\"goal\" : \"token\"", "\"goal\" : \"list\""},
            {"\"fit\" : \"fits\"", "\"fit\" : \"FITS\""},
            {"\"expiry\" : \"valid\"", "\"expiry\" : \"later\""},
            {"\"change\" : \"none\"", "\"change\" : null"},
            {"\"validTo\" : \"[^\"]*\"", "\"validTo\" : \"tomorrow\""},
            {"\"scopes\" : \\[", "\"value\" : \"secret\", \"scopes\" : ["}
        }) {
            String bad = good.replaceFirst(change[0], change[1]);
            assertThat(bad).as(change[0] + " is in the report").isNotEqualTo(good);
            assertThat(ReportSchema.errors(bad)).as(change[1]).isNotEmpty();
        }
    }

    @Test
    void acceptsEveryGoalAndOutcome(Simulator simulator) {
        ConnectRequest good = request(simulator).build();
        ConnectRequest bad = good.toBuilder().project("No such project").build();
        ConnectRequest wrong = good.toBuilder().organization("bad/name").build();
        // Each of these is held against the schema by Runs.
        List<ConnectReport> reports = new ArrayList<>();
        for (ConnectRequest each : List.of(good, bad, wrong)) {
            reports.add(runs.check(each));
            reports.add(runs.list(each));
            reports.add(runs.list(each.toBuilder().project(null).build()));
            reports.add(runs.plan(each));
            reports.add(runs.status(each));
            reports.add(runs.connect(each));
        }
        assertThat(reports).filteredOn(ConnectReport::severalProjects).isNotEmpty();
        assertThat(reports).extracting(ConnectReport::outcome).contains(Outcome.SUCCESS, Outcome.FAILED);
        for (ConnectReport report : reports) {
            assertThat(report.finishedAt()).isAfterOrEqualTo(report.startedAt());
        }
    }
}
