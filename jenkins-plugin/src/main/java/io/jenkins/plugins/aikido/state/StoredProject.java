package io.jenkins.plugins.aikido.state;

import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.ScanState;
import io.jenkins.plugins.aikido.report.BuildLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** How much of a project Aikido monitored at the end of the last run that compared them. */
@Restricted(NoExternalUse.class)
public final class StoredProject {

    private final String name;
    private final long at;
    private final int total;
    private final int monitored;
    private final int neverScanned;
    private final long lastScan;
    private final int formerTotal;
    private final int formerMonitored;

    private StoredProject(
            String name,
            long at,
            int total,
            int monitored,
            int neverScanned,
            long lastScan,
            int formerTotal,
            int formerMonitored) {
        this.name = name;
        this.at = at;
        this.total = total;
        this.monitored = monitored;
        this.neverScanned = neverScanned;
        this.lastScan = lastScan;
        this.formerTotal = formerTotal;
        this.formerMonitored = formerMonitored;
    }

    /**
     * Returns the state after a run.
     *
     * @param part what the run reports
     * @param before the state before the run, null if there is none
     */
    static StoredProject of(ProjectReport part, Instant at, StoredProject before) {
        List<RepositoryReport> repositories = part.repositories();
        int total = Coverage.counted(repositories);
        int monitored = Coverage.monitored(repositories);
        List<RepositoryReport.InAikido> scans = repositories.stream()
                .filter(RepositoryReport::monitored)
                .map(RepositoryReport::inAikido)
                .filter(Objects::nonNull)
                .toList();
        long lastScan = scans.stream()
                .map(RepositoryReport.InAikido::lastScannedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .orElse(0L);
        int neverScanned = (int) scans.stream()
                .filter(scan -> scan.scanState() == ScanState.NEVER)
                .count();
        StoredProject reference = before == null ? null : before.reference();
        boolean fell = reference != null && (long) monitored * reference.total < (long) reference.monitored * total;
        return new StoredProject(
                BuildLog.clean(part.projectName()),
                at.toEpochMilli(),
                total,
                monitored,
                neverScanned,
                lastScan,
                fell ? reference.total : 0,
                fell ? reference.monitored : 0);
    }

    /** Returns the share to compare with: the one before the fall if the coverage fell. */
    private StoredProject reference() {
        return hasFallen() ? new StoredProject(name, at, formerTotal, formerMonitored, 0, 0, 0, 0) : this;
    }

    /** Returns the same state with the present share as the share to compare with. */
    StoredProject accepted() {
        return new StoredProject(name, at, total, monitored, neverScanned, lastScan, 0, 0);
    }

    /** Returns the name. */
    public String getName() {
        return name;
    }

    /** Returns when the run ended. */
    public Instant getAt() {
        return Instant.ofEpochMilli(at);
    }

    /** Returns how many repositories count: those that are neither empty nor disabled. */
    public int getTotal() {
        return total;
    }

    /** Returns how many of these repositories Aikido monitors. */
    public int getMonitored() {
        return monitored;
    }

    /** Returns how many monitored repositories were never scanned. */
    public int getNeverScanned() {
        return neverScanned;
    }

    /** Returns the end of the newest scan; null if there was none. */
    public Instant getLastScan() {
        return lastScan == 0 ? null : Instant.ofEpochMilli(lastScan);
    }

    /** Returns whether the share of monitored repositories is smaller than before. */
    public boolean hasFallen() {
        return formerTotal != 0;
    }

    /** Returns how many repositories counted before the share fell. */
    public int getFormerTotal() {
        return formerTotal;
    }

    /** Returns how many repositories were monitored before the share fell. */
    public int getFormerMonitored() {
        return formerMonitored;
    }
}
