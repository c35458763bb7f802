package io.github.aikidoconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.RepositoryReport;
import java.util.Arrays;
import java.util.List;

/** Looks things up in a report. */
public final class Checks {

    public static final List<CheckId> SCOPES = List.of(
            CheckId.SCOPE_CODE,
            CheckId.SCOPE_MEMBER_ENTITLEMENT_MANAGEMENT,
            CheckId.SCOPE_PROJECT_AND_TEAM,
            CheckId.SCOPE_USER_PROFILE);

    /** All but the one that is only reported where the token may not list every repository. */
    public static final List<CheckId> OF_A_GOOD_TOKEN = Arrays.stream(CheckId.values())
            .filter(id -> id != CheckId.TOKEN_VISIBILITY)
            .toList();

    private Checks() {}

    /** Returns the check with this id. */
    public static Check of(ConnectReport report, CheckId id) {
        List<Check> found =
                report.checks().stream().filter(check -> check.id() == id).toList();
        assertThat(found).as(id + " in " + report.toText()).hasSize(1);
        return found.get(0);
    }

    public static CheckStatus status(ConnectReport report, CheckId id) {
        return of(report, id).status();
    }

    /** Returns the text of a check: the message and the fix. */
    public static String text(ConnectReport report, CheckId id) {
        Check check = of(report, id);
        return check.fix() == null ? check.message() : check.message() + " " + check.fix();
    }

    /** Everything that is read with the token was skipped. */
    public static void assertOfTheTokenSkipped(ConnectReport report) {
        assertThat(SCOPES).allSatisfy(id -> assertThat(status(report, id)).isEqualTo(CheckStatus.SKIPPED));
        assertThat(status(report, CheckId.SCOPE_EXCESS)).isEqualTo(CheckStatus.SKIPPED);
        assertThat(status(report, CheckId.PROJECT)).isEqualTo(CheckStatus.SKIPPED);
    }

    public static List<ProblemCode> codes(ConnectReport report) {
        return report.problems().stream().map(Problem::code).toList();
    }

    /** Returns the only problem. */
    public static Problem problem(ConnectReport report) {
        assertThat(report.problems()).as(report.toText()).hasSize(1);
        return report.problems().get(0);
    }

    public static RepositoryReport repository(ConnectReport report, String name) {
        return report.repositories().stream()
                .filter(repository -> repository.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + report.toText()));
    }
}
