package io.jenkins.plugins.aikido.state;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import io.jenkins.plugins.aikido.report.BuildLog;
import java.util.Comparator;
import java.util.List;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The result of a check in the last run that had checks. */
@Restricted(NoExternalUse.class)
public final class StoredCheck {

    /** The most important status first. */
    private static final List<CheckStatus> WORST_FIRST = List.of(
            CheckStatus.FAILED, CheckStatus.WARNING, CheckStatus.UNKNOWN, CheckStatus.SKIPPED, CheckStatus.PASSED);

    private static final Comparator<Check> WORST = Comparator.<Check>comparingInt(
                    check -> WORST_FIRST.indexOf(check.status()))
            .thenComparing(check -> !check.brokenConnection());

    private final String id;
    private final String status;
    private final String message;
    private final String fix;
    private final boolean brokenConnection;

    private StoredCheck(Check check) {
        this.id = check.id().toString();
        this.status = check.status().toString();
        this.message = BuildLog.clean(check.message());
        this.fix = check.fix() == null ? null : BuildLog.clean(check.fix());
        this.brokenConnection = check.brokenConnection();
    }

    /** Returns the checks of a report. If several projects were checked, each check has its worst result. */
    static List<StoredCheck> of(List<Check> checks) {
        return checks.stream()
                .map(Check::id)
                .distinct()
                .sorted()
                .map(id -> checks.stream()
                        .filter(check -> check.id() == id)
                        .min(WORST)
                        .orElseThrow())
                .map(StoredCheck::new)
                .toList();
    }

    /** Returns the id of the check. */
    public String getId() {
        return id;
    }

    /** Returns the status as in the report. */
    public String getStatus() {
        return status;
    }

    /** Returns what was found. */
    public String getMessage() {
        return message;
    }

    /** Returns what to do; null if there is nothing to do. */
    public String getFix() {
        return fix;
    }

    /** Returns whether Aikido reported its connection to the source code as broken. */
    public boolean isBrokenConnection() {
        return brokenConnection;
    }
}
