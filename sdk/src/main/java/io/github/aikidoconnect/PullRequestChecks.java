package io.github.aikidoconnect;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The default of a workspace for the checks of pull requests. Aikido applies it to a repository that is activated and has
 * no configuration of its own. What is null is not changed.
 *
 * @param minimumSeverity the severity from which on a new issue fails a pull request, null to leave it
 * @param failOn the scans that fail a pull request; all others do not; null to leave them
 */
public record PullRequestChecks(
        @Nullable Severity minimumSeverity, @Nullable Set<Scan> failOn) {

    public PullRequestChecks {
        failOn = failOn == null ? null : failOn.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(failOn));
    }

    /** The severities, in Aikido's words (published API description, 2026-10). */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL,
        ALWAYS_PASS_CHECK;

        /** Returns the severity with a name, case-insensitive; empty if the name is invalid. */
        public static Optional<Severity> of(String name) {
            return Given.oneOf(values(), name);
        }

        /** Returns the name in settings and in Aikido. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The scans. */
    public enum Scan {
        DEPENDENCY,
        SAST,
        IAC,
        SECRETS,
        MALWARE;

        /** Returns the scan with a name, case-insensitive; empty if the name is invalid. */
        public static Optional<Scan> of(String name) {
            return Given.oneOf(values(), name);
        }

        /** Returns the name in settings. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
