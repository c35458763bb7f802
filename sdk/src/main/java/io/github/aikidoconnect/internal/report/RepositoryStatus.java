package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.ScanState;
import org.jspecify.annotations.Nullable;

/** The status of a repository after a run, the most important ones first. */
public enum RepositoryStatus {
    /** The planned action failed. */
    FAILED("FAILED"),
    /** The run ended before it reached the repository. */
    NOT_REACHED("not reached"),
    /** This run activated it. */
    ACTIVATED("activated"),
    /** It would be activated. */
    TO_ACTIVATE("to activate"),
    /** It would be activated after an import. */
    TO_IMPORT("to import"),
    /** This run deactivated it. */
    DEACTIVATED("deactivated"),
    /** It would be deactivated. */
    TO_DEACTIVATE("to deactivate"),
    /** This run changed its settings. */
    UPDATED("updated"),
    /** Its settings would be changed. */
    TO_UPDATE("to update"),
    /** It is monitored but should not be, and was not changed. */
    STALE("stale"),
    /** It was switched off in Aikido after a scan, and was not changed. */
    SWITCHED_OFF("switched off in Aikido"),
    /** Aikido monitors it but has not scanned it yet. */
    UNSCANNED("never scanned"),
    /** Aikido monitors it, but its last scan is older than requested. */
    OUTDATED("scan outdated"),
    /** It was left out. */
    SKIPPED("skipped"),
    /** Aikido monitored it before the run and still does. */
    MONITORED("monitored");

    private final String word;

    RepositoryStatus(String word) {
        this.word = word;
    }

    /** Returns the status of a repository. */
    public static RepositoryStatus of(RepositoryReport repository) {
        Result result = repository.result();
        if (result == Result.FAILED) {
            return FAILED;
        }
        boolean planned = result == Result.PLANNED;
        boolean activates = repository.action() == Action.ACTIVATE || repository.action() == Action.WAIT;
        if ((activates || repository.action() == Action.UPDATE) && result == Result.SKIPPED) {
            return NOT_REACHED;
        }
        return switch (repository.action()) {
            case ACTIVATE -> planned ? TO_ACTIVATE : ACTIVATED;
            case WAIT -> planned ? TO_IMPORT : ACTIVATED;
            case UPDATE -> planned ? TO_UPDATE : UPDATED;
            case DEACTIVATE -> planned ? TO_DEACTIVATE : result == Result.SKIPPED ? STALE : DEACTIVATED;
            case SKIP -> repository.switchedOff() ? SWITCHED_OFF : SKIPPED;
            case NONE -> repository.notUpToDate() ? ofScan(repository.inAikido()) : MONITORED;
        };
    }

    private static RepositoryStatus ofScan(RepositoryReport.@Nullable InAikido entry) {
        return entry != null && entry.scanState() == ScanState.NEVER ? UNSCANNED : OUTDATED;
    }

    /** Returns whether the repository is unchanged and needs no attention. */
    public boolean isQuiet() {
        return this == SKIPPED || this == MONITORED;
    }

    /** Returns the word for a page, which also shows a sign and a colour. */
    public String calm() {
        return this == FAILED ? "failed" : word;
    }

    /** Returns the word for users. */
    @Override
    public String toString() {
        return word;
    }
}
