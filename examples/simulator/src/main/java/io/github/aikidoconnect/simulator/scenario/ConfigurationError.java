package io.github.aikidoconnect.simulator.scenario;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * What Aikido finds wrong with a workspace's set-up, with the fields of its published API description.
 *
 * @param id its number
 * @param kind such as {@code scm_disconnected}
 * @param locationType such as {@code workspace}
 * @param locationId the number of what is concerned
 * @param locationName its name
 * @param title a sentence for people
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
    /** The error that a broken connection to the source code shows; a new token clears it. */
    public static final String SCM_DISCONNECTED = "scm_disconnected";

    public ConfigurationError {
        locationType = locationType == null ? "workspace" : locationType;
        locationName = locationName == null ? "workspace" : locationName;
        title = title == null ? "Configuration error " + kind : title;
        severity = severity == null ? "high" : severity;
        detectedAt = detectedAt == 0 ? 1_790_000_000 : detectedAt;
    }

    /** The workspace lost its connection to the source code, as when the token that it has expired. */
    public static ConfigurationError scmDisconnected() {
        return ConfigurationErrorBuilder.builder()
                .id(1)
                .kind(SCM_DISCONNECTED)
                .severity("critical")
                .title("The source code can no longer be read")
                .build();
    }
}
