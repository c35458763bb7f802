package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Tool;
import io.github.aikidoconnect.internal.report.SharedReason;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows, in its order.
 *
 * @param goal what was asked for
 * @param subject what it was about
 * @param sentence the outcome in words
 * @param nothingPlanned why there is no coverage although there are repositories
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
        @Nullable Projects projects,
        @Nullable Repositories repositories) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /**
     * Something that is true of the whole run.
     *
     * @param instant the value for programs, null where it is no time
     */
    record Fact(String name, String value, @Nullable String instant) {

        Fact(String name, String value) {
            this(name, value, null);
        }
    }

    static Page of(ConnectReport report) {
        Problems problems = Problems.of(report.problems());
        boolean plans = report.goal() != Goal.LIST && !report.repositories().isEmpty();
        @Nullable String unplanned = plans ? unplanned(report) : null;
        return new Page(
                title(report.goal()) + (report.dryRun() ? ", dry run" : ""),
                subject(report),
                Badge.of(report.outcome()),
                sentence(report.outcome()),
                facts(report),
                problems.items().isEmpty() ? null : problems,
                Checks.of(report, problems),
                Tokens.of(report),
                plans && unplanned == null ? CoverageBar.of(report) : null,
                unplanned,
                Projects.of(report),
                Repositories.of(report));
    }

    /** What is not known of one project is not known of all of them. */
    private static @Nullable String unplanned(ConnectReport report) {
        List<Optional<String>> reasons = report.projects().stream()
                .filter(project -> !project.repositories().isEmpty())
                .map(SharedReason::reason)
                .distinct()
                .toList();
        return reasons.size() == 1 ? reasons.get(0).orElse(null) : null;
    }

    private static String title(Goal goal) {
        String name = goal.toString();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String subject(ConnectReport report) {
        List<ProjectReport> projects = report.projects();
        if (projects.size() == 1 && !report.severalProjects()) {
            ProjectReport.AzureProject azure = projects.get(0).azure();
            String organization = azure.organization() == null ? "(no organization)" : azure.organization();
            return azure.project() == null ? organization : azure.project().name();
        }
        return projects.stream()
                .flatMap(project -> Stream.ofNullable(project.azure().organization()))
                .distinct()
                .reduce((one, other) -> "several organizations")
                .orElse(projects.isEmpty() ? "no project" : "(no organization)");
    }

    private static String sentence(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> "All that was asked for holds.";
            case PARTIAL -> "Part of what was asked for holds; the problems say what is missing.";
            case FAILED -> "What was asked for was not reached; the problems say why.";
        };
    }

    private static List<Fact> facts(ConnectReport report) {
        List<Fact> facts = new ArrayList<>();
        if (!report.severalProjects()) {
            for (ProjectReport project : report.projects()) {
                ProjectReport.AzureProject azure = project.azure();
                facts.add(new Fact("Organization", azure.organization() == null ? "not given" : azure.organization()));
                if (azure.project() == null && report.goal() != Goal.LIST && report.goal() != Goal.TOKEN) {
                    facts.add(new Fact("Project", "not given"));
                }
                // Tokens can be listed and revoked without a workspace, and written to a file.
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
        facts.add(new Fact(
                "Started", TIME.format(report.startedAt()), report.startedAt().toString()));
        facts.add(new Fact("Took", duration(report.startedAt(), report.finishedAt())));
        facts.add(new Fact("Version", Tool.CURRENT.name() + " " + Tool.CURRENT.version()));
        facts.add(new Fact(
                "Calls",
                HtmlText.number(report.calls().azure()) + " to Azure DevOps, "
                        + HtmlText.number(report.calls().aikido()) + " to Aikido"));
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
