package io.jenkins.plugins.aikido.report;

import hudson.Util;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** One page of the repositories of a report, for its view: first what failed, then what changed, then the rest. */
@Restricted(NoExternalUse.class)
public final class RepositoryTable {

    private static final int ROWS = 100;
    private static final List<String> COLUMNS = List.of("name", "kind", "action", "result", "reason");

    private final int report;
    private final String filter;
    private final int all;
    private final List<Map<String, Object>> matching;
    private final int page;

    private RepositoryTable(int report, List<Map<String, Object>> all, String filter, int page) {
        this.report = report;
        this.filter = filter;
        this.all = all.size();
        this.matching = all.stream()
                .filter(row -> matches(row, filter.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(RepositoryTable::rank))
                .toList();
        this.page = Math.max(1, Math.min(page, getPages()));
    }

    /**
     * Returns a page of the repositories.
     *
     * @param report the number of the report on its page
     * @param filter what the text of a row has to contain, in any case; empty for all rows
     * @param page the number of the page, from 1 on; another number means the nearest page
     */
    @SuppressWarnings("unchecked") // the schema's
    static RepositoryTable of(int report, Map<String, Object> content, String filter, int page) {
        List<Map<String, Object>> all = content.get("repositories") instanceof List<?> repositories
                ? (List<Map<String, Object>>) repositories
                : List.of();
        return new RepositoryTable(report, all, Util.fixNull(filter).strip(), page);
    }

    private static boolean matches(Map<String, Object> row, String part) {
        return part.isEmpty()
                || COLUMNS.stream()
                        .anyMatch(column -> String.valueOf(row.get(column))
                                .toLowerCase(Locale.ROOT)
                                .contains(part));
    }

    private static int rank(Map<String, Object> row) {
        if ("failed".equals(row.get("result"))) {
            return 0;
        }
        return switch (String.valueOf(row.get("action"))) {
            case "activate", "deactivate", "update", "wait" -> 1;
            case "skip" -> 2;
            default -> 3;
        };
    }

    /** Returns how many repositories the report has. */
    public int getAll() {
        return all;
    }

    /** Returns how many of them match the filter. */
    public int getMatching() {
        return matching.size();
    }

    /** Returns what the user filters by. */
    public String getFilter() {
        return filter;
    }

    /** Returns the number of the report on its page. */
    public int getReport() {
        return report;
    }

    /** Returns the number of this page. */
    public int getPage() {
        return page;
    }

    /** Returns how many pages there are. */
    public int getPages() {
        return Math.max(1, (matching.size() + ROWS - 1) / ROWS);
    }

    /** Returns whether a filter is worth its place. */
    public boolean isFilterable() {
        return all > ROWS || !filter.isEmpty();
    }

    /** Returns the rows of this page. */
    public List<Map<String, Object>> getRows() {
        return matching.stream().skip((long) (page - 1) * ROWS).limit(ROWS).toList();
    }

    /** Returns the address of the page before this one, null on the first page. */
    public String getPrevious() {
        return page == 1 ? null : address(page - 1);
    }

    /** Returns the address of the page after this one, null on the last page. */
    public String getNext() {
        return page == getPages() ? null : address(page + 1);
    }

    private String address(int number) {
        return Stream.of(
                        "report=" + report,
                        filter.isEmpty() ? "" : "filter=" + Util.rawEncode(filter),
                        "page=" + number)
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + "&" + second)
                .map(query -> "?" + query + "#report-" + report)
                .orElseThrow();
    }
}
