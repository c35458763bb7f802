package io.github.aikidoconnect.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectReportBuilder;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.OrganizationReport;
import io.github.aikidoconnect.OrganizationReportBuilder;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.testing.ReportSchema;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A report over several organizations in each of its forms: the sum first, and a heading for each organization. */
class OrganizationsReportTest {

    private static final Problem EXPIRED =
            new Problem(ProblemCode.AZURE_TOKEN_EXPIRED, "The personal access token has expired.", "Create a new one.");

    private static OrganizationReport part(String url, String name, List<Problem> problems) {
        ProjectReport.Summary summary = new ProjectReport.Summary(1, 1, 0, 1, 0, 0, 0);
        ConnectReport single = Reports.of(
                Goal.CONNECT,
                false,
                Outcome.SUCCESS,
                new Reports.Content(
                        List.of(),
                        List.of(Reports.row(
                                name + "-web", Action.ACTIVATE, Result.DONE, "It was not monitored until now.")),
                        List.of(),
                        summary));
        boolean works = problems.isEmpty();
        return OrganizationReportBuilder.builder()
                .azure(new ProjectReport.AzureProject(url, name, null))
                .outcome(works ? Outcome.SUCCESS : Outcome.FAILED)
                .projects(works ? single.projects() : List.of())
                .problems(problems)
                .summary(works ? summary : ProjectReport.Summary.NONE)
                .calls(new ProjectReport.Calls(12, 4))
                .build();
    }

    private static ConnectReport report() {
        List<OrganizationReport> parts = List.of(
                part("https://dev.azure.com", "contoso", List.of()),
                part("https://tfs.example.com", "fabrikam", List.of(EXPIRED)));
        return ConnectReportBuilder.builder()
                .goal(Goal.CONNECT)
                .outcome(Outcome.PARTIAL)
                .startedAt(Instant.EPOCH)
                .finishedAt(Instant.EPOCH.plusSeconds(2))
                .projects(parts.get(0).projects())
                .organizations(parts)
                .problems(List.of(
                        new Problem(EXPIRED.code(), "Organization \"fabrikam\": " + EXPIRED.message(), EXPIRED.fix())))
                .summary(parts.get(0).summary())
                .calls(new ProjectReport.Calls(24, 8))
                .severalProjects(true)
                .build();
    }

    @Test
    void isLinesForAConsole() {
        assertThat(report().toText()).isEqualTo("""
                Connect: partial. 1 found, 1 selected, 0 already monitored, 1 activated, 0 skipped, 0 failed (24 calls to Azure DevOps, 8 to Aikido)
                Organizations (2)
                  success  contoso                              1 project
                  failed   fabrikam at https://tfs.example.com  0 projects, 1 problem
                Organization contoso
                Projects (1)
                  ok  Shop Front  1 found, 1 activated
                Repositories (1 of 1)
                  activated  Shop Front / contoso-web  It was not monitored until now.
                Connect: success. 1 found, 1 selected, 0 already monitored, 1 activated, 0 skipped, 0 failed (12 calls to Azure DevOps, 4 to Aikido)
                Organization fabrikam at https://tfs.example.com
                [AZURE_TOKEN_EXPIRED] The personal access token has expired. Create a new one.
                Connect: failed. 0 found, 0 selected, 0 already monitored, 0 activated, 0 skipped, 0 failed (12 calls to Azure DevOps, 4 to Aikido)""");
    }

    @Test
    void isAPageWithAHeadingForEachOrganization() {
        Document page = PageRules.verify(report().toHtml());

        assertThat(page.expectFirst("h1").text()).isEqualTo("several organizations");
        assertThat(page.select("h2").eachText())
                .containsExactly(
                        "1 problem", "Coverage", "contoso", "fabrikam at https://tfs.example.com", "1 repository");
        assertThat(page.expectFirst("#rows tbody td").text()).isEqualTo("contoso / Shop Front");
        assertThat(page.select("section[aria-labelledby=organization-1] table")).hasSize(1);
        assertThat(page.select("section[aria-labelledby=organization-2] .outcome")
                        .text())
                .isEqualTo("✕ failed 0 projects, 1 problem");
    }

    @Test
    void isMarkdownWithAHeadingForEachOrganization() {
        assertThat(report().toMarkdown().lines().filter(line -> line.startsWith("#")))
                .containsExactly("## Aikido connect", "### contoso", "### fabrikam at https&#58;//tfs.example.com");
        assertThat(report().toMarkdown())
                .contains("| contoso | success | 1 project |")
                .containsOnlyOnce("The personal access token has expired.");
    }

    @Test
    void isJsonThatTheSchemaDescribes() {
        ReportSchema.verify(report());
        String good = report().toJson();
        for (String[] change : new String[][] {
            {"\"organizations\" :", "\"organisations\" :"},
            {"\"project\" : null", "\"project\" : {\"id\": null, \"name\": \"a\"}"},
            {"(?s)\"outcome\" : \"success\",(.*?\"problems\" : )\\[ \\]", "\"outcome\" : \"fine\",$1[ ]"},
            {"\"organizations\" : \\[", "\"projects\" : [ ], \"organizations\" : ["}
        }) {
            String bad = good.replaceFirst(change[0], change[1]);
            assertThat(bad).as(change[0]).isNotEqualTo(good);
            assertThat(ReportSchema.errors(bad)).as(change[0]).isNotEmpty();
        }
    }

    @Test
    void showsOnceWhyNoOrganizationWasReached() {
        Problem mistake = new Problem(ProblemCode.CONFIGURATION, "b.yml, line 1: it is wrong.", "Correct it.");
        ConnectReport report = ConnectReport.notStarted(
                Goal.COVERAGE,
                List.of(
                        ConnectRequest.builder().organization("contoso").build(),
                        ConnectRequest.builder().build()),
                Instant.EPOCH,
                List.of(mistake));

        ReportSchema.verify(report);
        assertThat(report.toText()).isEqualTo("""
                Coverage: failed (0 calls to Azure DevOps, 0 to Aikido)
                [CONFIGURATION] b.yml, line 1: it is wrong. Correct it.
                Organizations (2)
                  failed  contoso            0 projects
                  failed  (no organization)  0 projects""");
        assertThat(report.toMarkdown()).containsOnlyOnce("b.yml");
    }
}
