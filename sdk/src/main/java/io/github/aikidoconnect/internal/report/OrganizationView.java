package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.text.Text;
import java.util.List;

/**
 * An organization of a report over several.
 *
 * @param name its name for users
 * @param view the view of its part, as if the report were for this organization only
 */
public record OrganizationView(String name, ReportView view) {

    static List<OrganizationView> of(ConnectReport report) {
        return report.organizations().stream()
                .map(part -> new OrganizationView(part.azure().organizationName(), ReportView.of(partOf(report, part))))
                .toList();
    }

    private static ConnectReport partOf(ConnectReport report, OrganizationReport part) {
        return ConnectReportBuilder.builder(report)
                .outcome(part.outcome())
                .projects(part.projects())
                .organizations(List.of())
                .problems(part.problems())
                .summary(part.summary())
                .calls(part.calls())
                .goalResult(part.coverage())
                .build();
    }

    /** Returns whether nothing about the organization was reported, because its run did not begin. */
    public boolean isEmpty() {
        return view.report().projects().isEmpty() && view.report().problems().isEmpty();
    }

    /** Returns whether a problem of the whole report is one of this organization, with or without its name. */
    boolean has(Problem problem) {
        return view.report().problems().stream()
                .anyMatch(own -> own.code() == problem.code()
                        && own.fix().equals(problem.fix())
                        && problem.message().endsWith(own.message()));
    }

    /** Returns the numbers of its projects and problems in words, and its coverage. */
    public String counts() {
        ConnectReport report = view.report();
        int problems = report.problems().size();
        Coverage coverage = report.coverage();
        int projects = view.hasProjects() ? report.projects().size() : 0;
        return (view.isFor(Goal.COVERAGE) && coverage != null
                        ? Text.out(coverage.percent()) + " % of "
                                + Text.count(coverage.repositories(), "repository", "repositories") + " in "
                        : "")
                + Text.count(projects, "project", "projects")
                + (problems == 0 ? "" : ", " + Text.count(problems, "problem", "problems"));
    }
}
