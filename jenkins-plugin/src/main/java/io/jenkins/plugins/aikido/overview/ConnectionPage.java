package io.jenkins.plugins.aikido.overview;

import io.jenkins.plugins.aikido.connection.OwnedConnection;
import io.jenkins.plugins.aikido.report.PagedTable;
import io.jenkins.plugins.aikido.report.ReportTexts;
import io.jenkins.plugins.aikido.state.ConnectionState;
import io.jenkins.plugins.aikido.state.ConnectionStates;
import io.jenkins.plugins.aikido.state.StoredRun;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;
import org.kohsuke.stapler.Stapler;

/** The page of a connection: its checks, its last run, its repositories and the log of the controller's last run. */
@Restricted(NoExternalUse.class)
public final class ConnectionPage {

    /** A log has a line for each repository that changed. The page shows its end. */
    private static final int LONGEST_LOG = 64 * 1024;

    private static final List<String> SEARCHED = List.of("name", "project", "kind", "result", "reason");

    /** Repositories that need attention first. */
    private static final Comparator<Map<String, Object>> ATTENTION_FIRST =
            Comparator.comparingInt(row -> switch (String.valueOf(row.get("result"))) {
                case "failed" -> 0;
                case "not monitored" -> 1;
                default -> 2;
            });

    private final OwnedConnection owned;
    private final ConnectionState state;

    ConnectionPage(OwnedConnection owned) {
        this.owned = owned;
        this.state = ConnectionStates.get().of(owned);
    }

    /** For the view: the name. */
    public String getName() {
        return owned.connection().getName();
    }

    /** For the view: the row of the overview. */
    public Map<String, Object> getSummary() {
        return new ConnectionSummary(owned, state).row();
    }

    /** For the view: the checks as maps, with titles. */
    public List<Map<String, Object>> getChecks() {
        return state.getChecks().stream()
                .map(check -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("title", ReportTexts.title(check.getId()));
                    row.put("status", check.getStatus());
                    row.put("message", check.getMessage());
                    row.put("fix", check.getFix());
                    return row;
                })
                .toList();
    }

    /** For the view: how long ago the checks were made. */
    public String getChecked() {
        return state.getCheckedAt() == null ? "" : ConnectionSummary.ago(state.getCheckedAt());
    }

    /** For the view: the last run, null if there was none. */
    public StoredRun getLastRun() {
        return state.getLastRun();
    }

    /** For the view: whether the connection has repositories of several projects. */
    public boolean isSeveralProjects() {
        return state.getProjects().size() > 1;
    }

    /** For the view: the page of the repositories that the address asks for. */
    public PagedTable getTable() {
        return PagedTable.of(
                1, ConnectionStates.get().repositories(owned), SEARCHED, Stapler.getCurrentRequest2(), ATTENTION_FIRST);
    }

    /** For the view: the end of the log of the last run that the controller started; empty if there is none. */
    public String getLog() throws IOException {
        File file = ConnectionStates.get().logFile(owned);
        if (!file.isFile()) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file, "r")) {
            long start = Math.max(0, log.length() - LONGEST_LOG);
            log.seek(start);
            byte[] end = new byte[(int) (log.length() - start)];
            log.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8);
            return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
