package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Tool;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.text.Text;
import io.jstach.jstache.JStache;
import io.jstach.jstache.JStacheConfig;
import io.jstach.jstache.JStacheType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of the template, in its order.
 *
 * @param goal the goal of the run
 * @param subject the project or organization
 * @param sentence the outcome in words
 * @param nothingPlanned the reason why there is no coverage although there are repositories
 * @param organizations the organizations, each with its projects; empty, except in a report over several of them
 * @param projects the projects of a report over one organization
 */
@JStache(path = "io/github/aikidoconnect/internal/report/html/page.mustache")
@JStacheConfig(type = JStacheType.STACHE)
record Page(
        String goal,
        String subject,
        Badge outcome,
        String sentence,
        List<Fact> facts,
        @Nullable Problems problems,
        @Nullable Checks checks,
        @Nullable Tokens tokens,
        @Nullable CoverageBar coverage,
        @Nullable String nothingPlanned,
        List<Organization> organizations,
        @Nullable Projects projects,
        @Nullable Repositories repositories) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * A fact about the whole run.
     *
     * @param instant the value for programs, null if it is not a time
     */
    record Fact(String name, String value, @Nullable String instant) {

        Fact(String name, String value) {
            this(name, value, null);
        }
    }

    static Page of(ReportView view) {
        ConnectReport report = view.report();
        Problems problems = Problems.of(report.problems());
        boolean plans = !view.isFor(Goal.LIST) && !view.repositories().isEmpty();
        @Nullable String unplanned = plans ? view.nothingPlanned().orElse(null) : null;
        return new Page(
                view.title() + (report.dryRun() ? ", dry run" : ""),
                view.subject(),
                Badge.of(report.outcome()),
                view.sentence(),
                facts(view),
                problems.items().isEmpty() ? null : problems,
                Checks.of(view, problems),
                Tokens.of(report),
                plans && unplanned == null ? CoverageBar.of(view) : null,
                unplanned,
                Organization.of(view),
                view.organizations().isEmpty() ? Projects.of(view) : null,
                Repositories.of(view));
    }

    private static List<Fact> facts(ReportView view) {
        ConnectReport report = view.report();
        List<Fact> facts = new ArrayList<>();
        if (!report.severalProjects()) {
            for (ProjectReport project : report.projects()) {
                ProjectReport.AzureProject azure = project.azure();
                facts.add(new Fact("Organization", azure.organization() == null ? "not given" : azure.organization()));
                if (azure.project() == null && report.goal() != Goal.LIST && report.goal() != Goal.TOKEN) {
                    facts.add(new Fact("Project", "not given"));
                }
                // Tokens can be listed, revoked and written to a file without a workspace.
                boolean tokensAlone = report.goal() == Goal.TOKEN && project.workspace() == null;
                if (report.goal() != Goal.LIST && !tokensAlone) {
                    facts.add(new Fact(
                            "Aikido workspace",
                            project.workspace() == null
                                    ? "not known"
                                    : project.workspace().name()));
                }
            }
        }
        if (!view.organizations().isEmpty()) {
            facts.add(new Fact("Organizations", Text.number(view.organizations().size())));
        }
        view.findings().ifPresent(findings -> facts.add(new Fact("Findings", findings)));
        facts.add(new Fact(
                "Started", TIME.format(report.startedAt()), report.startedAt().toString()));
        facts.add(new Fact("Took", duration(report.startedAt(), report.finishedAt())));
        facts.add(new Fact("Version", Tool.CURRENT.name() + " " + Tool.CURRENT.version()));
        facts.add(new Fact(
                "Calls",
                Text.number(report.calls().azure()) + " to Azure DevOps, "
                        + Text.number(report.calls().aikido()) + " to Aikido"));
        return facts;
    }

    private static String duration(Instant from, Instant to) {
        Duration took = Duration.between(from, to);
        if (took.toMinutes() > 0) {
            return took.toMinutes() + " min " + took.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
