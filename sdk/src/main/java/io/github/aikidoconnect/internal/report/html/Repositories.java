package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.ScanState;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.RepositoryStatus;
import io.github.aikidoconnect.internal.report.RepositoryView;
import io.github.aikidoconnect.internal.text.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of the report, the most important ones first.
 *
 * @param several whether each row names its project
 * @param listing whether they were only listed, without actions and results
 * @param results the results to filter by
 */
record Repositories(
        String count, String caption, boolean several, boolean listing, List<Choice> results, List<Row> rows) {

    /** A result that some repositories have. */
    record Choice(String word, String count) {}

    /**
     * A repository.
     *
     * @param link the URL of its page, null if there is none or it is not safe
     * @param scan its values in Aikido's list, null if Aikido does not list it
     */
    record Row(
            String project,
            String name,
            @Nullable String link,
            String kind,
            String action,
            Badge result,
            String reason,
            @Nullable String scan,
            String state,
            String branch) {}

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<RepositoryStatus> WORST_FIRST = List.of(RepositoryStatus.values());

    /** Rows with the same result, and their position among the others. */
    private record Group(int place, Badge result) {

        static Group of(Goal goal, RepositoryView row) {
            RepositoryReport repository = row.report();
            RepositoryStatus standing = row.status();
            if (goal != Goal.COVERAGE) {
                return new Group(WORST_FIRST.indexOf(standing), Badge.of(standing));
            }
            // For the coverage, it is more important whether a repository is monitored than what is planned.
            if (!repository.monitored()) {
                if (standing == RepositoryStatus.SWITCHED_OFF) {
                    return new Group(1, Badge.of(standing));
                }
                return Coverage.counts(repository)
                        ? new Group(0, new Badge("warn", "!", "not monitored"))
                        : new Group(99, new Badge("calm", "–", "not counted"));
            }
            boolean asking = standing == RepositoryStatus.STALE || repository.notUpToDate();
            return asking
                    ? new Group(10 + WORST_FIRST.indexOf(standing), Badge.of(standing))
                    : new Group(98, Badge.of(RepositoryStatus.MONITORED));
        }
    }

    static @Nullable Repositories of(ReportView view) {
        Map<Group, List<Row>> groups = new TreeMap<>(Comparator.comparingInt(Group::place));
        for (RepositoryView repository : view.repositories()) {
            Group group = Group.of(view.report().goal(), repository);
            groups.computeIfAbsent(group, first -> new ArrayList<>())
                    .add(row(repository.project(), repository.report(), group.result()));
        }
        List<Row> rows = groups.values().stream().flatMap(List::stream).toList();
        if (rows.isEmpty()) {
            return null;
        }
        boolean listing = view.isFor(Goal.LIST);
        List<Choice> results = groups.entrySet().stream()
                .map(group -> new Choice(
                        group.getKey().result().word(),
                        Text.number(group.getValue().size())))
                .toList();
        return new Repositories(
                Text.count(rows.size(), "repository", "repositories"),
                listing
                        ? "What Azure DevOps lists."
                        : "The result for each repository, those that need attention first.",
                view.report().severalProjects(),
                listing,
                listing ? List.of() : results,
                rows);
    }

    private static Row row(String project, RepositoryReport repository, Badge result) {
        return new Row(
                project,
                repository.name(),
                link(repository.url()),
                repository.kind().toString(),
                repository.action().toString(),
                result,
                repository.reason(),
                repository.inAikido() == null ? null : scan(repository.inAikido()),
                repository.state() == null ? "gone" : repository.state().toString(),
                repository.defaultBranch() == null ? "" : repository.defaultBranch());
    }

    private static String scan(RepositoryReport.InAikido entry) {
        List<String> facts = new ArrayList<>();
        facts.add(
                entry.lastScannedAt() != null
                        ? "last scan " + TIME.format(entry.lastScannedAt())
                        : entry.scanState() == ScanState.NEVER ? "never scanned" : "last scan not known");
        add(facts, "branch ", entry.branch());
        add(facts, "sensitivity ", entry.sensitivity());
        add(facts, "connectivity ", entry.connectivity());
        add(facts, "labels ", entry.labels().isEmpty() ? null : String.join(", ", entry.labels()));
        return "In Aikido: " + String.join(" · ", facts);
    }

    private static void add(List<String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(name + value);
        }
    }

    /** Returns a URL only if it uses https and contains no user or password. */
    private static @Nullable String link(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            boolean safe =
                    "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            return safe ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
