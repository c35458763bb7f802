package io.jenkins.plugins.aikido.state;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** What is known about a connection from its runs. Immutable; {@link ConnectionStates} stores it. */
@Restricted(NoExternalUse.class)
public final class ConnectionState {

    /** Nothing is known. */
    static final ConnectionState NONE =
            new ConnectionState(null, null, 0, new ArrayList<>(), new TreeMap<>(), new TreeSet<>(), 0, 0);

    private final String id;
    private final StoredRun lastRun;
    private final long checkedAt;
    private final List<StoredCheck> checks;
    private final TreeMap<String, StoredProject> projects;
    private final TreeSet<String> dismissed;
    private final long keepStarted;
    private final long keepEnded;

    private ConnectionState(
            String id,
            StoredRun lastRun,
            long checkedAt,
            List<StoredCheck> checks,
            TreeMap<String, StoredProject> projects,
            TreeSet<String> dismissed,
            long keepStarted,
            long keepEnded) {
        this.id = id;
        this.lastRun = lastRun;
        this.checkedAt = checkedAt;
        this.checks = checks;
        this.projects = projects;
        this.dismissed = dismissed;
        this.keepStarted = keepStarted;
        this.keepEnded = keepEnded;
    }

    ConnectionState named(String newId) {
        return new ConnectionState(newId, lastRun, checkedAt, checks, projects, dismissed, keepStarted, keepEnded);
    }

    /**
     * Returns the state after a run.
     *
     * @param job the full name of the job that ran, null for a run of the controller itself
     */
    ConnectionState after(ConnectReport report, @CheckForNull String job, int build) {
        TreeMap<String, StoredProject> known = new TreeMap<>(projects);
        report.projects().stream().filter(part -> isCompared(report, part)).forEach(part -> {
            String key = key(part.projectName());
            known.put(key, StoredProject.of(part, report.finishedAt(), known.get(key)));
        });
        boolean checked = !report.checks().isEmpty();
        List<StoredCheck> newChecks = checked ? new ArrayList<>(StoredCheck.of(report.checks())) : checks;
        // A finding that is gone and comes back is a new one.
        TreeSet<String> stillDismissed = new TreeSet<>(dismissed);
        newChecks.stream()
                .filter(check -> "passed".equals(check.getStatus()))
                .forEach(check -> stillDismissed.remove(check.getId()));
        return new ConnectionState(
                id,
                new StoredRun(report, job, build),
                checked ? report.finishedAt().toEpochMilli() : checkedAt,
                newChecks,
                known,
                stillDismissed,
                keepStarted,
                keepEnded);
    }

    /** Returns whether a part of a report compares a project with the workspace, so that its numbers are complete. */
    static boolean isCompared(ConnectReport report, ProjectReport part) {
        return report.goal() != Goal.CHECK
                && part.azure().project() != null
                && part.workspace() != null
                && part.summary().selected() > 0;
    }

    static String key(String project) {
        return project.toLowerCase(Locale.ROOT);
    }

    ConnectionState started(Instant at) {
        return new ConnectionState(id, lastRun, checkedAt, checks, projects, dismissed, at.toEpochMilli(), keepEnded);
    }

    ConnectionState ended(Instant at) {
        return new ConnectionState(id, lastRun, checkedAt, checks, projects, dismissed, keepStarted, at.toEpochMilli());
    }

    ConnectionState dismissing(String finding) {
        TreeSet<String> more = new TreeSet<>(dismissed);
        more.add(finding);
        return new ConnectionState(id, lastRun, checkedAt, checks, projects, more, keepStarted, keepEnded);
    }

    ConnectionState accepting() {
        TreeMap<String, StoredProject> accepted = new TreeMap<>(projects);
        accepted.replaceAll((key, project) -> project.accepted());
        return new ConnectionState(id, lastRun, checkedAt, checks, accepted, dismissed, keepStarted, keepEnded);
    }

    /** Returns the last run; null if there was none. */
    @CheckForNull
    public StoredRun getLastRun() {
        return lastRun;
    }

    /** Returns the checks of the last run that had checks. */
    public List<StoredCheck> getChecks() {
        return List.copyOf(checks);
    }

    /** Returns when the checks were made; null if there are none. */
    @CheckForNull
    public Instant getCheckedAt() {
        return checkedAt == 0 ? null : Instant.ofEpochMilli(checkedAt);
    }

    /** Returns the projects, sorted by name. */
    public List<StoredProject> getProjects() {
        return List.copyOf(projects.values());
    }

    /** Returns whether a finding was dismissed. */
    public boolean isDismissed(String finding) {
        return dismissed.contains(finding);
    }

    /** Returns when the controller last started a run; null if it never did. */
    @CheckForNull
    public Instant getKeepStarted() {
        return keepStarted == 0 ? null : Instant.ofEpochMilli(keepStarted);
    }

    /** Returns whether the last run that the controller started came to its end. */
    public boolean isKeepEnded() {
        return keepEnded >= keepStarted;
    }

    /** Returns all keys of projects, for their files. */
    Set<String> projectKeys() {
        return Map.copyOf(projects).keySet();
    }

    /** Returns the check with an id; null if it was not made. */
    @CheckForNull
    public StoredCheck check(String check) {
        return checks.stream()
                .filter(each -> each.getId().equals(check))
                .findFirst()
                .orElse(null);
    }
}
