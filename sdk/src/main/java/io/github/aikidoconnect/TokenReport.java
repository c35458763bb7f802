package io.github.aikidoconnect;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token and the change that a run made. It does not contain the token's value.
 *
 * @param id the authorization id, with which it is revoked
 * @param name its name
 * @param scopes its scopes, by their names in Azure DevOps' API
 * @param validFrom the start of its validity, null if Azure DevOps did not return it
 * @param validTo the end of its validity, null if Azure DevOps did not return it
 * @param allOrganizations whether it is valid for every organization of its owner
 * @param fit whether it has the permissions that Aikido needs
 * @param missing which of the four scopes it lacks
 * @param excess its scopes beyond the four
 * @param expiry whether it has expired or expires soon
 * @param change what this run did with it
 * @param reason the reason, one or more sentences
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

    /** Whether a token has the permissions that Aikido needs. */
    public enum Fit {
        /** It has exactly the four scopes, for one organization. */
        FITS,
        /** It has more permissions. */
        WIDE,
        /** It lacks at least one of the four scopes. */
        NARROW;

        /** Returns the name in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a token has expired or expires soon. */
    public enum Expiry {
        /** It does not expire soon. */
        VALID,
        /** It expires within the days of the requested warning. */
        SOON,
        /** It has expired. */
        EXPIRED,
        /** Azure DevOps did not return the end of its validity. */
        UNKNOWN;

        /** Returns the name in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The change that a run made to a token. */
    public enum Change {
        /** Nothing. */
        NONE,
        /** It was created and delivered. */
        CREATED,
        /** It was revoked. */
        REVOKED,
        /** It was replaced, or should have been revoked, and is still valid for the given reason. */
        LEFT;

        /** Returns the name in the report. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
