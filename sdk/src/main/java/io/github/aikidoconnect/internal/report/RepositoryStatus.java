package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.ScanState;
import org.jspecify.annotations.Nullable;

/** Where a repository stands after a run, those first that a person should look at first. */
public enum RepositoryStatus {
    /** What should have been done was not. */
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
    /** It is monitored and should not be, and was left so. */
    STALE("stale"),
    /** It was switched off in Aikido after a scan, and was left so. */
    SWITCHED_OFF("switched off in Aikido"),
    /** Aikido monitors it and has not scanned it yet. */
    UNSCANNED("never scanned"),
    /** Aikido monitors it, and its last scan is older than was asked for. */
    OUTDATED("scan outdated"),
    /** It was left out. */
    SKIPPED("skipped"),
    /** Aikido monitored it before, and does. */
    MONITORED("monitored");

    private final String word;

    RepositoryStatus(String word) {
        this.word = word;
    }

    /** Returns where the repository stands. */
    public static RepositoryStatus of(RepositoryReport repository) {
        Result result = repository.result();
        if (result == Result.FAILED) {
            return FAILED;
        }
        boolean planned = result == Result.PLANNED;
        boolean activates = repository.action() == Action.ACTIVATE || repository.action() == Action.WAIT;
        if (activates && result == Result.SKIPPED) {
            return NOT_REACHED;
        }
        return switch (repository.action()) {
            case ACTIVATE -> planned ? TO_ACTIVATE : ACTIVATED;
            case WAIT -> planned ? TO_IMPORT : ACTIVATED;
            case DEACTIVATE -> planned ? TO_DEACTIVATE : result == Result.SKIPPED ? STALE : DEACTIVATED;
            case SKIP -> repository.switchedOff() ? SWITCHED_OFF : SKIPPED;
            case NONE -> repository.notUpToDate() ? ofScan(repository.inAikido()) : MONITORED;
        };
    }

    private static RepositoryStatus ofScan(RepositoryReport.@Nullable InAikido entry) {
        return entry != null && entry.scanState() == ScanState.NEVER ? UNSCANNED : OUTDATED;
    }

    /** Returns whether it is as it was, and as nobody has to look at. */
    public boolean isQuiet() {
        return this == SKIPPED || this == MONITORED;
    }

    /** Returns the word for a page, on which a sign and a colour stand beside it. */
    public String calm() {
        return this == FAILED ? "failed" : word;
    }

    /** The word for people. */
    @Override
    public String toString() {
        return word;
    }
}
