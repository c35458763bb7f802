package io.github.aikidoconnect.report.html;

import static io.github.aikidoconnect.report.Standing.ACTIVATED;
import static io.github.aikidoconnect.report.Standing.DEACTIVATED;
import static io.github.aikidoconnect.report.Standing.FAILED;
import static io.github.aikidoconnect.report.Standing.MONITORED;
import static io.github.aikidoconnect.report.Standing.SKIPPED;
import static io.github.aikidoconnect.report.Standing.STALE;
import static io.github.aikidoconnect.report.Standing.TO_ACTIVATE;
import static io.github.aikidoconnect.report.Standing.TO_DEACTIVATE;
import static io.github.aikidoconnect.report.Standing.TO_IMPORT;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.http.Spelled;
import io.github.aikidoconnect.report.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many repositories stand where: a sentence, a bar, and the bar in words.
 *
 * @param parts those that are there, from left to right, and always the four that people look for
 */
record CoverageBar(String sentence, List<Part> parts) {

    /** What stays visible of one repository among thousands, in percent. */
    private static final double LEAST = 0.6;

    private static final List<Standing> ORDER =
            List.of(MONITORED, ACTIVATED, TO_ACTIVATE, TO_IMPORT, SKIPPED, DEACTIVATED, TO_DEACTIVATE, STALE, FAILED);

    /**
     * A part of the bar.
     *
     * @param fill the class of the style sheet
     * @param x where it begins, in percent
     * @param width how wide it is, in percent
     * @param drawn whether there is anything to draw
     */
    record Part(String fill, String count, String word, String x, String width, boolean drawn) {}

    static CoverageBar of(ConnectReport report) {
        List<RepositoryReport> repositories = report.repositories();
        boolean changesNothing = report.dryRun() || report.goal() == Goal.STATUS || report.goal() == Goal.COVERAGE;
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        repositories.forEach(repository -> counts.merge(Standing.of(repository), 1L, Long::sum));
        int all = repositories.size();
        long monitored =
                repositories.stream().filter(RepositoryReport::monitored).count();
        Set<Standing> always =
                changesNothing ? Set.of(MONITORED, SKIPPED, FAILED) : Set.of(MONITORED, ACTIVATED, SKIPPED, FAILED);
        List<Standing> shown = ORDER.stream()
                .filter(standing -> counts.containsKey(standing) || always.contains(standing))
                .toList();
        @Nullable Coverage whole = report.coverage();
        return new CoverageBar(whole == null ? sentence(monitored, all) : sentence(whole), parts(shown, counts, all));
    }

    private static String sentence(long monitored, int all) {
        return "Aikido monitors " + HtmlText.number(monitored) + " of "
                + HtmlText.count(all, "repository", "repositories")
                + ", " + monitored * 100 / all + "%.";
    }

    /** What counts is less than what the bar shows, and what a build may ask for. */
    private static String sentence(Coverage whole) {
        return "Aikido monitors " + HtmlText.number(whole.monitoredRepositories()) + " of "
                + HtmlText.count(whole.repositories(), "repository", "repositories") + " that count, "
                + Spelled.out(whole.percent()) + "%; " + HtmlText.number(whole.connectedProjects()) + " of "
                + HtmlText.count(whole.projects(), "project is", "projects are") + " connected.";
    }

    private static List<Part> parts(List<Standing> shown, Map<Standing, Long> counts, int all) {
        double total = shown.stream()
                .mapToDouble(standing -> width(counts, standing, all))
                .sum();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Standing standing : shown) {
            long count = counts.getOrDefault(standing, 0L);
            double width = width(counts, standing, all) * 100 / total;
            parts.add(new Part(
                    standing.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    HtmlText.number(count),
                    standing.toString().toLowerCase(Locale.ROOT),
                    percent(x),
                    percent(width),
                    count > 0));
            x += width;
        }
        return parts;
    }

    private static double width(Map<Standing, Long> counts, Standing standing, int all) {
        long count = counts.getOrDefault(standing, 0L);
        return count == 0 ? 0 : Math.max(LEAST, count * 100.0 / all);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
