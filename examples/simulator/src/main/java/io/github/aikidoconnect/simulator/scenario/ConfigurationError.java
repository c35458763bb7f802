package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * A configuration error of a workspace, with the fields of Aikido's published API description.
 *
 * @param id its number
 * @param kind such as {@code scm_disconnected}
 * @param locationType such as {@code workspace}
 * @param locationId the number of the affected object
 * @param locationName its name
 * @param title a sentence for users
 * @param severity {@code critical}, {@code high}, {@code medium} or {@code low}
 * @param detectedAt Unix seconds
 */
@RecordBuilder
public record ConfigurationError(
        long id,
        String kind,
        String locationType,
        long locationId,
        String locationName,
        String title,
        String severity,
        long detectedAt)
        implements ConfigurationErrorBuilder.With {
    /** The error for a broken connection to the source code, which a new token clears. */
    public static final String SCM_DISCONNECTED = "scm_disconnected";

    /** Other errors whose names indicate a broken connection; they concern self-hosted providers. */
    public static final String SCM_INSTANCE_UNREACHABLE = "scm_instance_unreachable";

    public static final String SELF_MANAGED_CREDENTIALS_INVALID = "self_managed_org_credentials_invalid";

    public ConfigurationError {
        locationType = locationType == null ? "workspace" : locationType;
        locationName = locationName == null ? "workspace" : locationName;
        title = title == null ? "Configuration error " + kind : title;
        severity = severity == null ? "high" : severity;
        detectedAt = detectedAt == 0 ? 1_790_000_000 : detectedAt;
    }

    /** Returns whether the source code cannot be read. */
    public boolean breaksConnection() {
        return kind.equals(SCM_DISCONNECTED)
                || kind.equals(SCM_INSTANCE_UNREACHABLE)
                || kind.equals(SELF_MANAGED_CREDENTIALS_INVALID);
    }

    /** Returns the error of a repository without the lockfile that a scan of its dependencies needs. */
    public static ConfigurationError lockfileMissing(long id, String repository) {
        return ConfigurationErrorBuilder.builder()
                .id(id)
                .kind("lockfile_missing")
                .locationType("repo")
                .locationId(id)
                .locationName(repository)
                .title("No lockfile was found")
                .severity("medium")
                .build();
    }

    /**
     * Returns the error of a workspace that lost its connection to the source code, for example because its token
     * expired.
     */
    public static ConfigurationError scmDisconnected() {
        return ConfigurationErrorBuilder.builder()
                .id(1)
                .kind(SCM_DISCONNECTED)
                .severity("critical")
                .title("The source code can no longer be read")
                .build();
    }
}
