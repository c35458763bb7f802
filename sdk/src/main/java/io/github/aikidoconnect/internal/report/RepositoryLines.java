package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.SafeText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The repositories of a project as lines of a console: a person reads some dozens of them. */
final class RepositoryLines {

    private static final int ROWS = 40;

    /** How many reasons for one result are told: a service may give each repository its own. */
    private static final int REASONS = 10;

    private static final String INDENT = "  ";

    private RepositoryLines() {}

    /** What is counted together. */
    private record Group(RepositoryStatus standing, String reason) {}

    /** Returns a line for each; of many, for those that should be looked at, and the others counted. */
    static List<String> of(List<RepositoryReport> repositories) {
        if (repositories.size() <= ROWS) {
            return table(repositories);
        }
        List<RepositoryReport> ordered = repositories.stream()
                .sorted(Comparator.comparing(RepositoryStatus::of))
                .toList();
        long loud = ordered.stream()
                .filter(repository -> !RepositoryStatus.of(repository).isQuiet())
                .count();
        int shown = (int) Math.min(loud, ROWS);
        String rest =
                (shown == 0 ? "" : "and " + number(ordered.size() - shown) + " more, ") + "each of them in the report:";
        return Stream.of(
                        table(ordered.subList(0, shown)).stream(),
                        Stream.of(INDENT + rest),
                        counts(ordered.subList(shown, ordered.size())).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> table(List<RepositoryReport> repositories) {
        Table table = new Table();
        for (RepositoryReport repository : repositories) {
            table.row(RepositoryStatus.of(repository).toString(), repository.name(), repository.reason());
        }
        return table.lines(INDENT);
    }

    private static List<String> counts(List<RepositoryReport> repositories) {
        Map<Group, Long> groups = new LinkedHashMap<>();
        repositories.forEach(repository -> groups.merge(group(repository), 1L, Long::sum));
        Map<Group, Long> told = new LinkedHashMap<>();
        groups.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Group, Long>, RepositoryStatus>comparing(
                                group -> group.getKey().standing())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .forEach(group -> told.merge(toldAs(group.getKey(), told.keySet()), group.getValue(), Long::sum));
        int width = told.values().stream()
                .mapToInt(count -> number(count).length())
                .max()
                .orElse(0);
        return told.entrySet().stream()
                .map(group -> INDENT + INDENT
                        + " ".repeat(width - number(group.getValue()).length()) + number(group.getValue()) + " "
                        + group.getKey().standing() + group.getKey().reason())
                .toList();
    }

    /** All that are monitored are so for the same reason. */
    private static Group group(RepositoryReport repository) {
        RepositoryStatus standing = RepositoryStatus.of(repository);
        String reason = standing == RepositoryStatus.MONITORED ? "" : ": " + SafeText.oneLine(repository.reason());
        return new Group(standing, reason.stripTrailing());
    }

    private static Group toldAs(Group group, Set<Group> told) {
        long reasons = told.stream()
                .filter(other -> other.standing() == group.standing())
                .count();
        return reasons < REASONS ? group : new Group(group.standing(), " for other reasons");
    }
}
