package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One personal access token and what was done with it. Its value is not here.
 *
 * @param id the authorization id, by which it is revoked
 * @param name its name
 * @param scopes its scopes, by their names in Azure DevOps' API
 * @param validFrom since when it is valid, null where Azure DevOps did not tell
 * @param validTo until when it is valid, null where Azure DevOps did not tell
 * @param allOrganizations whether it opens every organization of its owner
 * @param fit whether it is what Aikido asks for
 * @param missing those of the four scopes that it lacks
 * @param excess its scopes that are none of the four
 * @param expiry whether its time has passed, or soon will
 * @param change what this run did with it
 * @param reason why, or what to look at; one or more sentences
 */
@GeneratedBuilder
public record TokenReport(
        String id,
        String name,
        List<String> scopes,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        boolean allOrganizations,
        Fit fit,
        List<String> missing,
        List<String> excess,
        Expiry expiry,
        Change change,
        String reason) {

    public TokenReport {
        scopes = List.copyOf(scopes);
        missing = List.copyOf(missing);
        excess = List.copyOf(excess);
    }

    /** Whether a token is what Aikido asks for. */
    public enum Fit {
        /** The four scopes and nothing else, for one organization. */
        FITS,
        /** It opens more than that. */
        WIDE,
        /** It lacks one of the four, whatever else it has. */
        NARROW;

        /** The name as it stands in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much of a token's time is left. */
    public enum Expiry {
        /** Enough. */
        VALID,
        /** Less than the days that a warning was asked for. */
        SOON,
        /** None. */
        EXPIRED,
        /** Azure DevOps did not tell. */
        UNKNOWN;

        /** The name as it stands in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a run did with a token. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** It was made, and delivered. */
        CREATED,
        /** It was revoked. */
        REVOKED,
        /** It was replaced, or should have been revoked, and is still valid; the reason says why. */
        LEFT;

        /** The name as it stands in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
