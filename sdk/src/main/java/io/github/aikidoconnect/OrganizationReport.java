package io.github.aikidoconnect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of a report for one of several organizations.
 *
 * @param azure the organization in Azure DevOps; its project is null
 * @param outcome the outcome for this organization
 * @param projects the part for each project
 * @param coverage the coverage of this organization; null for all goals except {@link Goal#COVERAGE}, and if it is not known
 * @param problems the problems of this organization and its projects
 * @param summary the numbers of repositories of all its projects
 * @param calls the numbers of calls of all its projects
 */
@GeneratedBuilder
public record OrganizationReport(
        ProjectReport.AzureProject azure,
        Outcome outcome,
        List<ProjectReport> projects,
        @Nullable Coverage coverage,
        List<Problem> problems,
        ProjectReport.Summary summary,
        ProjectReport.Calls calls) {

    public OrganizationReport {
        projects = List.copyOf(projects);
        problems = List.copyOf(problems);
        summary = Objects.requireNonNullElse(summary, ProjectReport.Summary.NONE);
        calls = Objects.requireNonNullElse(calls, ProjectReport.Calls.NONE);
    }
}
