package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationReport;
import io.github.aikidoconnect.OrganizationReportBuilder;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.SignInMethod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Combines the reports of the organizations of a run. */
final class OrganizationsSummary {

    private final Goal goal;
    private final ProblemTexts texts;
    private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final List<Problem> problems = new ArrayList<>();
    private final List<OrganizationReport> organizations = new ArrayList<>();
    private boolean dryRun = true;

    OrganizationsSummary(Goal goal, ProblemTexts texts) {
        this.goal = goal;
        this.texts = texts;
    }

    /** Adds a problem of the run as a whole. */
    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Adds an organization whose run did not begin. */
    void notBegun(RunContext context) {
        dryRun &= context.request().dryRun();
        organizations.add(OrganizationReportBuilder.builder()
                .azure(context.address())
                .outcome(Outcome.FAILED)
                .build());
    }

    /** Adds the report of an organization. */
    void organization(RunContext context, ConnectReport report) {
        dryRun &= report.dryRun();
        ProjectReport.AzureProject address = context.address();
        @Nullable
        SignInMethod signIn = report.projects().stream()
                .map(project -> project.azure().signIn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        organizations.add(OrganizationReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(address.url(), address.organization(), null, signIn))
                .outcome(report.outcome())
                .projects(report.projects())
                .coverage(report.coverage())
                .problems(report.problems())
                .summary(report.summary())
                .calls(report.calls())
                .build());
    }

    ConnectReport finish() {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(problemsOfOrganizations());
        List<ProjectReport> projects = organizations.stream()
                .flatMap(organization -> organization.projects().stream())
                .toList();
        // Without an organization that could not be read, the percentage would be too high.
        boolean counts = !organizations.isEmpty()
                && organizations.stream().allMatch(organization -> organization.coverage() != null);
        return ConnectReportBuilder.builder()
                .goal(goal)
                .dryRun(dryRun && !organizations.isEmpty())
                .outcome(outcome(all))
                .startedAt(startedAt)
                .finishedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .projects(projects)
                .organizations(organizations)
                .problems(all)
                .summary(organizations.stream()
                        .map(OrganizationReport::summary)
                        .reduce(ProjectReport.Summary.NONE, ProjectReport.Summary::plus))
                .calls(organizations.stream()
                        .map(OrganizationReport::calls)
                        .reduce(ProjectReport.Calls.NONE, ProjectReport.Calls::plus))
                .severalProjects(true)
                .goalResult(counts ? Coverage.of(projects) : null)
                .build();
    }

    /** Returns the problems of all organizations. A problem that several of them share is returned once and names them. */
    private List<Problem> problemsOfOrganizations() {
        Map<Problem, List<String>> names = new LinkedHashMap<>();
        for (OrganizationReport organization : organizations) {
            for (Problem problem : organization.problems()) {
                names.computeIfAbsent(problem, first -> new ArrayList<>())
                        .add(organization.azure().organizationName());
            }
        }
        List<Problem> told = new ArrayList<>();
        names.forEach((problem, of) -> told.add(
                of.size() == organizations.size() ? problem : texts.run().ofOrganizations(of, problem)));
        return told;
    }

    private Outcome outcome(List<Problem> all) {
        if (all.isEmpty()) {
            return Outcome.SUCCESS;
        }
        boolean anything = organizations.stream().anyMatch(organization -> organization.outcome() != Outcome.FAILED);
        return anything ? Outcome.PARTIAL : Outcome.FAILED;
    }
}
