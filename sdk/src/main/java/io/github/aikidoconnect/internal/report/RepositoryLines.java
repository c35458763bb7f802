package io.github.aikidoconnect.internal.report;

import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.SafeText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The repositories of a project as lines for a console, limited to a readable number. */
final class RepositoryLines {

    private static final int ROWS = 40;

    /** The number of reasons shown for one result. A service may return a different reason for each repository. */
    private static final int REASONS = 10;

    private static final String INDENT = "  ";

    private RepositoryLines() {}

    /** Repositories that are counted together. */
    private record Group(RepositoryStatus standing, String reason) {}

    /**
     * Returns a line for each repository; if there are many, for those that need attention, and counts of the others.
     *
     * @param name returns the name to show for a repository
     */
    static List<String> of(List<RepositoryView> repositories, Function<RepositoryView, String> name) {
        if (repositories.size() <= ROWS) {
            return table(repositories, name);
        }
        List<RepositoryView> ordered = repositories.stream()
                .sorted(Comparator.comparing(RepositoryView::status))
                .toList();
        Limited<RepositoryView> rows = Limited.loud(ROWS, ordered, RepositoryView::isQuiet);
        String rest = (rows.shown().isEmpty() ? "" : "and " + number(rows.rest().size()) + " more, ")
                + "all listed in the report:";
        return Stream.of(table(rows.shown(), name).stream(), Stream.of(INDENT + rest), counts(rows.rest()).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> table(List<RepositoryView> repositories, Function<RepositoryView, String> name) {
        Table table = new Table();
        for (RepositoryView repository : repositories) {
            table.row(
                    repository.status().toString(),
                    name.apply(repository),
                    repository.report().reason());
        }
        return table.lines(INDENT);
    }

    private static List<String> counts(List<RepositoryView> repositories) {
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

    /** Monitored repositories share one group with any reason. */
    private static Group group(RepositoryView repository) {
        RepositoryStatus standing = repository.status();
        String reason = standing == RepositoryStatus.MONITORED
                ? ""
                : ": " + SafeText.oneLine(repository.report().reason());
        return new Group(standing, reason.stripTrailing());
    }

    private static Group toldAs(Group group, Set<Group> told) {
        long reasons = told.stream()
                .filter(other -> other.standing() == group.standing())
                .count();
        return reasons < REASONS ? group : new Group(group.standing(), " for other reasons");
    }
}
