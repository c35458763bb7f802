package io.jenkins.plugins.aikido.connection;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckId;
import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReportBuilder;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.SettingNames;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/**
 * Removes the names of projects that a connection may not be used for. If a project was not found, the SDK lists the projects that
 * the token can see, and a build's log has readers who may not see these names.
 */
@Restricted(NoExternalUse.class)
public final class OtherProjects {

    private OtherProjects() {}

    public static ConnectReport removedFrom(ConnectReport report, SettingNames names) {
        String fix = "Correct " + names.of(Setting.AZURE_PROJECT) + ".";
        return ConnectReportBuilder.builder(report)
                .projects(report.projects().stream()
                        .map(part -> ProjectReportBuilder.builder(part)
                                .checks(part.checks().stream()
                                        .map(check -> removedFrom(check, fix))
                                        .toList())
                                .problems(removedFrom(part.problems(), fix))
                                .build())
                        .toList())
                .problems(removedFrom(report.problems(), fix))
                .build();
    }

    private static List<Problem> removedFrom(List<Problem> problems, String fix) {
        return problems.stream()
                .map(problem -> problem.code() == ProblemCode.AZURE_PROJECT_NOT_FOUND
                        ? new Problem(problem.code(), problem.message(), fix)
                        : problem)
                .toList();
    }

    private static Check removedFrom(Check check, String fix) {
        return check.id() == CheckId.PROJECT && check.status() == CheckStatus.FAILED
                ? check.with(check.status(), check.message(), fix)
                : check;
    }
}
