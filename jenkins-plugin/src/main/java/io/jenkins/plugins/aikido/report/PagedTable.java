package io.jenkins.plugins.aikido.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.StaplerRequest2;

/** A page of a table, for its view. Filter and order apply to all rows, not only to those of the page. */
@Restricted(NoExternalUse.class)
public final class PagedTable {

    private static final int ROWS = 100;

    private final int number;
    private final String filter;
    private final String sort;
    private final boolean descending;
    private final int all;
    private final List<Map<String, Object>> matching;
    private final int page;

    private PagedTable(
            int number,
            List<Map<String, Object>> rows,
            List<String> searched,
            Query query,
            Comparator<Map<String, Object>> defaultOrder) {
        this.number = number;
        this.filter = query.filter;
        this.sort = query.sort;
        this.descending = query.descending;
        this.all = rows.size();
        Comparator<Map<String, Object>> order = sort.isEmpty() ? defaultOrder : by(sort);
        this.matching = rows.stream()
                .filter(row -> matches(row, searched, filter.toLowerCase(Locale.ROOT)))
                .sorted(descending ? order.reversed() : order)
                .toList();
        this.page = Math.max(1, Math.min(query.page, getPages()));
    }

    /** The part of an address that says which rows to show. */
    private record Query(String filter, String sort, boolean descending, int page) {

        static final Query NONE = new Query("", "", false, 1);

        static Query of(StaplerRequest2 request) {
            return new Query(
                    Util.fixNull(request.getParameter("filter")).strip(),
                    Util.fixNull(request.getParameter("sort")),
                    "desc".equals(request.getParameter("order")),
                    number(request.getParameter("page")));
        }
    }

    /**
     * Returns the page of a table that a request asks for.
     *
     * @param number the number of the table on its page, from 1 on; a request is for one of them
     * @param rows all rows; numbers are compared as numbers, other values as texts
     * @param searched the keys of the values in which the filter searches
     * @param request the request, null for the first page
     * @param defaultOrder the order if the request has none
     */
    public static PagedTable of(
            int number,
            List<Map<String, Object>> rows,
            List<String> searched,
            @CheckForNull StaplerRequest2 request,
            Comparator<Map<String, Object>> defaultOrder) {
        boolean addressed = request != null && number == number(request.getParameter("table"));
        return new PagedTable(number, rows, searched, addressed ? Query.of(request) : Query.NONE, defaultOrder);
    }

    private static int number(@CheckForNull String text) {
        try {
            return Integer.parseInt(Util.fixNull(text));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Comparator<Map<String, Object>> by(String column) {
        return Comparator.comparing((Map<String, Object> row) -> row.get(column), PagedTable::compare);
    }

    private static int compare(@CheckForNull Object a, @CheckForNull Object b) {
        return a instanceof Number first && b instanceof Number second
                ? Double.compare(first.doubleValue(), second.doubleValue())
                : String.CASE_INSENSITIVE_ORDER.compare(text(a), text(b));
    }

    private static String text(@CheckForNull Object value) {
        return value == null ? "" : value.toString();
    }

    private static boolean matches(Map<String, Object> row, List<String> searched, String part) {
        return part.isEmpty()
                || searched.stream()
                        .anyMatch(key ->
                                text(row.get(key)).toLowerCase(Locale.ROOT).contains(part));
    }

    /** Returns the number of rows. */
    public int getAll() {
        return all;
    }

    /** Returns how many rows match the filter. */
    public int getMatching() {
        return matching.size();
    }

    /** Returns the text that rows have to contain. */
    public String getFilter() {
        return filter;
    }

    /** Returns the column of the order, empty for the default order. */
    public String getSort() {
        return sort;
    }

    /** Returns {@code asc} or {@code desc}. */
    public String getOrder() {
        return descending ? "desc" : "asc";
    }

    /** Returns the number of the table on its page. */
    public int getNumber() {
        return number;
    }

    /** Returns the number of this page. */
    public int getPage() {
        return page;
    }

    /** Returns the number of pages. */
    public int getPages() {
        return Math.max(1, (matching.size() + ROWS - 1) / ROWS);
    }

    /** Returns whether the table is long enough for a filter. */
    public boolean isFilterable() {
        return all > ROWS || !filter.isEmpty();
    }

    /** Returns the rows of this page. */
    public List<Map<String, Object>> getRows() {
        return matching.stream().skip((long) (page - 1) * ROWS).limit(ROWS).toList();
    }

    /** Returns the address of the page before this one, null on the first page. */
    public String getPrevious() {
        return page == 1 ? null : address(sort, descending, page - 1);
    }

    /** Returns the address of the page after this one, null on the last page. */
    public String getNext() {
        return page == getPages() ? null : address(sort, descending, page + 1);
    }

    /** Returns the address of the table in the order of a column; in the reverse order if that is the present order. */
    public String sortedBy(String column) {
        return address(column, column.equals(sort) && !descending, 1);
    }

    private String address(String column, boolean reverse, int newPage) {
        return Stream.of(
                        "table=" + number,
                        filter.isEmpty() ? "" : "filter=" + Util.rawEncode(filter),
                        column.isEmpty() ? "" : "sort=" + Util.rawEncode(column),
                        reverse ? "order=desc" : "",
                        newPage == 1 ? "" : "page=" + newPage)
                .filter(part -> !part.isEmpty())
                .reduce((first, second) -> first + "&" + second)
                .map(query -> "?" + query + "#table-" + number)
                .orElseThrow();
    }
}
