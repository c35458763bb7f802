package io.github.aikidoconnect.internal.report.html;

import static io.github.aikidoconnect.internal.report.RepositoryStatus.ACTIVATED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.DEACTIVATED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.FAILED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.MONITORED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.NOT_REACHED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.OUTDATED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.SKIPPED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.STALE;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.SWITCHED_OFF;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.TO_ACTIVATE;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.TO_DEACTIVATE;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.TO_IMPORT;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.TO_UPDATE;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.UNSCANNED;
import static io.github.aikidoconnect.internal.report.RepositoryStatus.UPDATED;
import static io.github.aikidoconnect.internal.text.Text.number;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.RepositoryStatus;
import io.github.aikidoconnect.internal.report.RepositoryView;
import io.github.aikidoconnect.internal.text.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The number of repositories by status: a sentence, a bar, and the bar in words.
 *
 * @param parts the parts that are not empty, from left to right, and always the four main parts
 */
record CoverageBar(String sentence, List<Part> parts) {

    /** The least width of a part in percent, so that one repository among thousands stays visible. */
    private static final double LEAST = 0.6;

    private static final List<RepositoryStatus> ORDER = List.of(
            MONITORED,
            UNSCANNED,
            OUTDATED,
            ACTIVATED,
            TO_ACTIVATE,
            TO_IMPORT,
            UPDATED,
            TO_UPDATE,
            SKIPPED,
            SWITCHED_OFF,
            DEACTIVATED,
            TO_DEACTIVATE,
            STALE,
            NOT_REACHED,
            FAILED);

    /**
     * A part of the bar.
     *
     * @param fill the class of the style sheet
     * @param x its start, in percent
     * @param width its width, in percent
     * @param drawn whether there is anything to draw
     */
    record Part(String fill, String count, String word, String x, String width, boolean drawn) {}

    /** A part whose width is not computed yet. */
    private record Slice(String fill, String word, long count) {

        Slice(RepositoryStatus standing, long count) {
            this(standing.name().toLowerCase(Locale.ROOT).replace('_', '-'), standing.calm(), count);
        }

        double width(long all) {
            return count == 0 ? 0 : Math.max(LEAST, count * 100.0 / all);
        }
    }

    static CoverageBar of(ReportView view) {
        List<RepositoryView> repositories = view.repositories();
        int all = repositories.size();
        Coverage whole = view.report().coverage();
        return whole == null
                ? new CoverageBar(sentence(view), parts(standings(view, repositories), all))
                : new CoverageBar(sentence(view) + " " + connected(view), parts(counted(whole, all), all));
    }

    private static List<Slice> standings(ReportView view, List<RepositoryView> repositories) {
        Map<RepositoryStatus, Long> counts = new EnumMap<>(RepositoryStatus.class);
        long uncounted = 0;
        for (RepositoryView repository : repositories) {
            if (isUncounted(repository.report())) {
                uncounted++;
            } else {
                counts.merge(repository.status(), 1L, Long::sum);
            }
        }
        Set<RepositoryStatus> always = view.changesNothing()
                ? Set.of(MONITORED, SKIPPED, FAILED)
                : Set.of(MONITORED, ACTIVATED, SKIPPED, FAILED);
        List<Slice> slices = new ArrayList<>();
        ORDER.stream()
                .filter(standing -> counts.containsKey(standing) || always.contains(standing))
                .map(standing -> new Slice(standing, counts.getOrDefault(standing, 0L)))
                .forEach(slices::add);
        if (uncounted > 0) {
            slices.add(new Slice("uncounted", "not counted: empty or disabled", uncounted));
        }
        return slices;
    }

    /**
     * Returns whether the repository does not count and has no other status: a repository that was switched off or
     * failed is shown with that status.
     */
    private static boolean isUncounted(RepositoryReport repository) {
        boolean unreadable =
                repository.state() == RepositoryState.EMPTY || repository.state() == RepositoryState.DISABLED;
        return unreadable && (repository.action() == Action.SKIP || repository.action() == Action.NONE);
    }

    private static List<Slice> counted(Coverage whole, int all) {
        return List.of(
                new Slice("monitored", "monitored", whole.monitoredRepositories()),
                new Slice("stale", "not monitored", whole.repositories() - whole.monitoredRepositories()),
                new Slice("uncounted", "not counted: empty, disabled or gone", all - whole.repositories()));
    }

    private static String sentence(ReportView view) {
        Coverage whole = view.counts().coverage();
        if (whole.repositories() == 0) {
            return "There is no repository that Aikido could read.";
        }
        long late = view.counts().late();
        return "Aikido monitors " + number(whole.monitoredRepositories()) + " of "
                + Text.count(whole.repositories(), "repository", "repositories") + ", " + Text.out(whole.percent())
                + "%."
                + (late == 0 ? "" : " Not up to date: " + number(late) + ".");
    }

    private static String connected(ReportView view) {
        int empty = view.counts().emptyProjects();
        return "Connected: " + number(view.counts().coverage().connectedProjects()) + " of "
                + Text.count(view.counts().projects(), "project", "projects") + "."
                + (empty == 0 ? "" : " Without repositories: " + number(empty) + ".");
    }

    private static List<Part> parts(List<Slice> slices, int all) {
        double total = slices.stream().mapToDouble(slice -> slice.width(all)).sum();
        List<Part> parts = new ArrayList<>();
        double x = 0;
        for (Slice slice : slices) {
            double width = slice.width(all) * 100 / total;
            parts.add(new Part(
                    slice.fill(), number(slice.count()), slice.word(), percent(x), percent(width), slice.count() > 0));
            x += width;
        }
        return parts;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
