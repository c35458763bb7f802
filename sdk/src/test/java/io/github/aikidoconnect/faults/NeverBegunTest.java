package io.github.aikidoconnect.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.testing.ReportSchema;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that never began has a report in each form, however little is known. */
class NeverBegunTest {

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(ProblemCode.CONFIGURATION, "The file is wrong.", "Correct it."),
            new Problem(ProblemCode.CONFIGURATION, "A number is none.", "Correct that, too."));

    @ParameterizedTest
    @EnumSource
    void isReportedWithoutAnOrganization(Goal goal) {
        for (boolean several : goal == Goal.COVERAGE ? List.of(true) : List.of(true, false)) {
            ConnectReport report =
                    ConnectReport.notStarted(goal, ConnectRequest.builder().build(), Instant.EPOCH, PROBLEMS, several);

            ReportSchema.verify(report);
            assertThat(report.problems()).isEqualTo(PROBLEMS);
            assertThat(report.toText()).contains("The file is wrong. Correct it.", "A number is none.");
            assertThat(report.toHtml()).contains("(no organization)", "The file is wrong.", "A number is none.");
        }
    }
}
