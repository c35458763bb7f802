package io.jenkins.plugins.aikido.overview;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.aikido.Messages;
import io.jenkins.plugins.aikido.connection.Connection;
import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.keep.KeepConnectedWork;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.state.StoredCheck;
import io.jenkins.plugins.aikido.state.StoredProject;
import io.jenkins.plugins.aikido.state.StoredRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jenkins.model.Jenkins;

/** The state of a connection in the words of the overview. */
final class ConnectionSummary {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final OwnedConnection owned;
    private final Connection connection;
    private final ConnectionState state;

    ConnectionSummary(OwnedConnection owned, ConnectionState state) {
        this.owned = owned;
        this.connection = owned.connection();
        this.state = state;
    }

    /** Returns the row of the connection. The keys that end in "At" and "Percent" are for the order. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", ConnectionStates.key(owned.id()));
        row.put("name", connection.getName());
        row.put("folder", owned.isOfFolder() ? owned.owner().getFullName() : "");
        row.put("organization", connection.getOrganization());
        row.put("status", status());
        row.put("checks", checks());
        LocalDate day = expires(connection);
        row.put("token", day == null ? Messages.Overview_tokenUnknown() : day.toString());
        row.put("tokenNote", day == null ? "" : tokenNote(day));
        row.put("tokenAt", Util.fixNull(connection.getTokenExpires()));
        row.put("keep", connection.getKeepConnected());
        row.put("running", KeepConnectedWork.get().isRunning(owned));
        StoredRun run = state.getLastRun();
        row.put("outcome", run == null ? "" : run.getOutcome());
        row.put("run", run == null ? "" : run.getGoal() + (run.isDryRun() ? " (dry run), " : ", ") + ago(run.getAt()));
        row.put("runAt", run == null ? 0L : run.getAt().toEpochMilli());
        row.put("job", run == null ? "" : job(run));
        row.put("jobUrl", run == null ? "" : jobUrl(run));
        int total =
                state.getProjects().stream().mapToInt(StoredProject::getTotal).sum();
        int monitored = state.getProjects().stream()
                .mapToInt(StoredProject::getMonitored)
                .sum();
        row.put("known", !state.getProjects().isEmpty());
        row.put("monitored", Messages.Overview_monitored(monitored, total));
        row.put("monitoredPercent", total == 0 ? -1.0 : 100.0 * monitored / total);
        row.put("scanned", scanned());
        Instant lastScan = lastScan();
        row.put("scannedAt", lastScan == null ? 0L : lastScan.toEpochMilli());
        return row;
    }

    private String status() {
        List<String> found =
                state.getChecks().stream().map(StoredCheck::getStatus).toList();
        if (found.isEmpty()) {
            return "not checked";
        }
        return List.of("failed", "warning", "unknown").stream()
                .filter(found::contains)
                .findFirst()
                .orElse("passed");
    }

    private String checks() {
        List<StoredCheck> all = state.getChecks();
        long passed =
                all.stream().filter(check -> "passed".equals(check.getStatus())).count();
        return all.isEmpty() ? Messages.Overview_neverRun() : Messages.Report_passed(passed, all.size());
    }

    private static String tokenNote(LocalDate day) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(), day);
        return days < 0 ? Messages.Overview_tokenExpired() : Messages.Overview_tokenExpires(days);
    }

    /** Returns the day on which the token of a connection expires; null if it is not known. */
    @CheckForNull
    static LocalDate expires(Connection connection) {
        String day = connection.getTokenExpires();
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String job(StoredRun run) {
        if (run.getJob() == null) {
            return Messages.Overview_byJenkins();
        }
        Job<?, ?> job = readable(run);
        return job == null ? Messages.Overview_byAJob() : job.getFullDisplayName() + " #" + run.getBuild();
    }

    private static String jobUrl(StoredRun run) {
        Job<?, ?> job = run.getJob() == null ? null : readable(run);
        return job == null || job.getBuildByNumber(run.getBuild()) == null
                ? ""
                : job.getUrl() + run.getBuild() + "/aikido/";
    }

    /** Returns the job of a run; null if it was deleted or the user may not see it. */
    @CheckForNull
    private static Job<?, ?> readable(StoredRun run) {
        Item item = Jenkins.get().getItemByFullName(run.getJob());
        return item instanceof Job<?, ?> job && job.hasPermission(Item.READ) ? job : null;
    }

    private String scanned() {
        Instant last = lastScan();
        int never = state.getProjects().stream()
                .mapToInt(StoredProject::getNeverScanned)
                .sum();
        String when = last == null ? "" : ago(last);
        return never == 0 ? when : when + (when.isEmpty() ? "" : ", ") + Messages.Overview_neverScanned(never);
    }

    @CheckForNull
    private Instant lastScan() {
        return state.getProjects().stream()
                .map(StoredProject::getLastScan)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns how long ago a time is, or the time itself if it is more than a week ago. */
    static String ago(Instant at) {
        Duration since = Duration.between(at, Instant.now());
        return since.toDays() > 7
                ? TIME.format(at)
                : Messages.Overview_ago(Util.getTimeSpanString(Math.max(0, since.toMillis())));
    }
}
