package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.report.Reports.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport.Summary;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {

    private static final List<Check> CHECKS = List.of(
            Check.of(CheckId.TOKEN, CheckStatus.PASSED, "Azure DevOps accepts it."),
            new Check(CheckId.SCOPE_CODE, CheckStatus.FAILED, "Code: Read is missing.", "Tick it."),
            new Check(CheckId.AIKIDO_CONNECTION, CheckStatus.WARNING, "It is broken.", "Mend it."),
            Check.of(CheckId.SCOPE_USER_PROFILE, CheckStatus.UNKNOWN, "It could not be found out."),
            Check.of(CheckId.PROJECT, CheckStatus.SKIPPED, "None was given."));

    private static final List<RepositoryReport> ROWS = List.of(
            row("web", Action.ACTIVATE, Result.DONE, "It was not monitored until now."),
            row("Übersicht 🚀", Action.NONE, Result.DONE, "Aikido monitors it."),
            row("old", Action.DEACTIVATE, Result.DONE, "An exclude matches it, but Aikido monitors it."),
            row("older", Action.DEACTIVATE, Result.SKIPPED, "Pruning would deactivate it."),
            row("empty", Action.SKIP, Result.SKIPPED, "It is empty."),
            row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));

    @Test
    void showsAConnectWithWhatAPersonShouldLookAt() {
        ConnectReport report = Reports.of(
                Goal.CONNECT,
                false,
                Outcome.PARTIAL,
                new Reports.Content(
                        CHECKS,
                        ROWS,
                        List.of(new Problem(
                                ProblemCode.AIKIDO_SYNC_TIMEOUT, "Aikido did not list \"late\".", "Wait longer.")),
                        new Summary(6, 5, 1, 1, 1, 2, 1)));
        assertThat(report.toText()).isEqualTo("""
                Checks (1 of 5 passed, 1 failed, 1 unknown, 1 skipped)
                  FAILED   scope.code         Code: Read is missing.
                  warning  aikido.connection  It is broken.
                                              Mend it.
                  unknown  scope.userProfile  It could not be found out.
                Repositories (6)
                  activated    web          It was not monitored until now.
                  monitored    Übersicht 🚀  Aikido monitors it.
                  deactivated  old          An exclude matches it, but Aikido monitors it.
                  stale        older        Pruning would deactivate it.
                  skipped      empty        It is empty.
                  FAILED       late         Aikido did not list it in time.
                [AIKIDO_SYNC_TIMEOUT] Aikido did not list "late". Wait longer.
                Connect: partial. 6 found, 5 selected, 1 already monitored, 1 activated, 1 deactivated, 2 skipped, 1 failed \
                (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void showsAPlanInTheFuture() {
        ConnectReport report = Reports.of(
                Goal.CONNECT,
                true,
                Outcome.SUCCESS,
                new Reports.Content(
                        List.of(),
                        List.of(
                                row("web", Action.ACTIVATE, Result.PLANNED, "Aikido lists it but does not monitor it."),
                                row("api", Action.WAIT, Result.PLANNED, "Aikido does not list it yet."),
                                row("old", Action.DEACTIVATE, Result.PLANNED, "An exclude matches it.")),
                        List.of(),
                        new Summary(3, 2, 0, 2, 1, 0, 0)));
        assertThat(report.toText()).isEqualTo("""
                Repositories (3)
                  to activate    web  Aikido lists it but does not monitor it.
                  to import      api  Aikido does not list it yet.
                  to deactivate  old  An exclude matches it.
                Plan: success. 3 found, 2 selected, 0 already monitored, 2 to activate, 1 to deactivate, 0 skipped, 0 failed \
                (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void showsEveryStatusOfACheck() {
        ConnectReport report = Reports.of(
                Goal.CHECK,
                false,
                Outcome.FAILED,
                new Reports.Content(CHECKS, List.of(), List.of(), new Summary(0, 0, 0, 0, 0, 0, 0)));
        assertThat(report.toText()).isEqualTo("""
                Checks
                  ok       token              Azure DevOps accepts it.
                  FAILED   scope.code         Code: Read is missing.
                  warning  aikido.connection  It is broken.
                                              Mend it.
                  unknown  scope.userProfile  It could not be found out.
                  skipped  project            None was given.
                Check: failed (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void showsAListWithoutChecks() {
        ConnectReport report = Reports.of(
                Goal.LIST,
                false,
                Outcome.SUCCESS,
                new Reports.Content(CHECKS, ROWS.subList(0, 2), List.of(), Summary.NONE));
        assertThat(report.toText()).endsWith("""
                Repositories (2)
                  git  web          active  main
                  git  Übersicht 🚀  active  main
                List: success (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void countsInAStatusWhatIsMissingAndWhatIsStale() {
        ConnectReport report = Reports.of(
                Goal.STATUS,
                false,
                Outcome.SUCCESS,
                new Reports.Content(
                        List.of(),
                        List.of(
                                row("web", Action.ACTIVATE, Result.PLANNED, "Aikido lists it but does not monitor it."),
                                row("old", Action.DEACTIVATE, Result.SKIPPED, "Azure DevOps no longer lists it.")),
                        List.of(),
                        new Summary(1, 1, 0, 1, 0, 1, 0)));
        assertThat(report.toText()).isEqualTo("""
                Repositories (2)
                  to activate  web  Aikido lists it but does not monitor it.
                  stale        old  Azure DevOps no longer lists it.
                Status: success. 0 of 1 selected repositories monitored, 1 missing, 1 stale \
                (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void neutralisesWhatWouldCommandAConsole(Goal goal) {
        String evil = "a\u001b[31mb\r\nc\u0007d\u009be\u2028f\u202eg\th";
        ConnectReport report = Reports.of(
                goal,
                false,
                Outcome.FAILED,
                new Reports.Content(
                        List.of(new Check(CheckId.TOKEN, CheckStatus.WARNING, evil, evil)),
                        List.of(row(evil, Action.NONE, Result.DONE, evil)),
                        List.of(new Problem(ProblemCode.NETWORK, evil, evil)),
                        Summary.NONE));
        assertThat(report.toText().replace("\n", ""))
                .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u202e]");
        assertThat(report.toText()).contains("[NETWORK] a [31mb c d e f g h a [31mb c d e f g h");
        long lines = report.toText().lines().count();
        assertThat(lines).as("no text breaks a line").isLessThanOrEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void leavesNoBlanksAtTheEndOfALineAndNoEmptyLine(Goal goal) {
        ConnectReport report = Reports.of(
                goal,
                false,
                Outcome.SUCCESS,
                new Reports.Content(
                        List.of(new Check(CheckId.TOKEN, CheckStatus.WARNING, "x ", "y ")),
                        List.of(row("x", Action.NONE, Result.DONE, "x ")),
                        List.of(),
                        Summary.NONE));
        assertThat(report.toText().lines())
                .allSatisfy(
                        line -> assertThat(line).isEqualTo(line.stripTrailing()).isNotBlank());
        assertThat(report.toText()).doesNotEndWith("\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void givesEachOfAFewRepositoriesALineInTheirOrder(int count) {
        List<RepositoryReport> rows = many(count);

        assertThat(text(rows).lines().skip(1).limit(count))
                .zipSatisfy(rows, (line, row) -> assertThat(line).contains("  " + row.name() + "  "));
        assertThat(text(rows).lines()).hasSize(count + 2);
    }

    @Test
    void countsThoseOfManyThatNobodyHasToLookAt() {
        List<RepositoryReport> rows = new ArrayList<>(many(3000));
        rows.set(700, row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));
        rows.set(800, row("new", Action.ACTIVATE, Result.DONE, "It was not monitored until now."));
        rows.set(900, row("soon", Action.WAIT, Result.PLANNED, "Aikido does not list it yet."));
        rows.set(20, row("old", Action.DEACTIVATE, Result.DONE, "An exclude matches it."));
        rows.set(21, row("older", Action.DEACTIVATE, Result.SKIPPED, "Pruning would deactivate it."));
        for (int i = 100; i < 112; i++) {
            rows.set(i, row("off-" + i, Action.SKIP, Result.SKIPPED, "It is disabled in Azure DevOps."));
        }
        rows.set(99, row("empty", Action.SKIP, Result.SKIPPED, "It is empty."));

        assertThat(text(rows)).isEqualTo("""
                Repositories (3,000)
                  FAILED       late   Aikido did not list it in time.
                  activated    new    It was not monitored until now.
                  to import    soon   Aikido does not list it yet.
                  deactivated  old    An exclude matches it.
                  stale        older  Pruning would deactivate it.
                  and 2,995 more, all listed in the report:
                       12 skipped: It is disabled in Azure DevOps.
                        1 skipped: It is empty.
                    2,982 monitored
                Connect: success. 3,000 found, 3,000 selected, 2,982 already monitored, 1 activated, 1 deactivated, \
                13 skipped, 1 failed (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void countsAllOfManyWhereNothingWasToDo() {
        assertThat(text(many(41))).startsWith("""
                Repositories (41)
                  all listed in the report:
                    41 monitored
                Connect: success.""");
    }

    @Test
    void showsNoMoreThanFortyOfThoseThatNeedALook() {
        List<RepositoryReport> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(row("repo-" + i, Action.ACTIVATE, Result.DONE, "It was not monitored until now."));
        }
        rows.add(row("late", Action.WAIT, Result.FAILED, "Aikido did not list it in time."));

        assertThat(text(rows).lines().toList())
                .hasSize(44)
                .startsWith("Repositories (3,001)", "  FAILED     late     Aikido did not list it in time.")
                .contains(
                        "  and 2,961 more, all listed in the report:",
                        "    2,961 activated: It was not monitored until now.");
    }

    @Test
    void countsEveryRepositoryWhereEachHasAReasonOfItsOwn() {
        List<RepositoryReport> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(row("repo-" + i, Action.ACTIVATE, Result.FAILED, "Aikido says " + i + "."));
            rows.add(row("skip-" + i, Action.SKIP, Result.SKIPPED, "No include matches it."));
        }

        List<String> lines = text(rows).lines().toList();

        assertThat(lines)
                .hasSizeLessThan(70)
                .contains("    450 FAILED for other reasons", "    500 skipped: No include matches it.");
        assertThat(lines.stream()
                        .filter(line -> line.matches(" {4} *\\d+ .*"))
                        .mapToInt(line -> Integer.parseInt(line.replaceFirst("^ *(\\d+) .*", "$1")))
                        .sum())
                .isEqualTo(960);
    }

    @Test
    void listsAllOfManyRepositories() {
        ConnectReport report = Reports.of(
                Goal.LIST, false, Outcome.SUCCESS, new Reports.Content(List.of(), many(3000), List.of(), Summary.NONE));
        assertThat(report.toText().lines()).hasSize(3002).contains("  git  repo-2999  active  main");
    }

    private static List<RepositoryReport> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("repo-" + i, Action.NONE, Result.DONE, "Aikido monitors it."))
                .toList();
    }

    private static String text(List<RepositoryReport> rows) {
        return Reports.of(
                        Goal.CONNECT,
                        false,
                        Outcome.SUCCESS,
                        new Reports.Content(List.of(), rows, List.of(), new Summary(3000, 3000, 2982, 1, 1, 13, 1)))
                .toText();
    }
}
