package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.http.Json;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An error that Aikido reports in the configuration of a workspace.
 *
 * @param kind its kind, for example {@code scm_disconnected}
 * @param title its text for users; the kind if there is no text
 * @param locationType the type of the affected object, for example {@code repo}; empty if it is not reported
 * @param locationName the name of the affected object; empty if it is not reported
 */
public record ConfigurationError(String kind, String title, String locationType, String locationName) {

    /**
     * The kinds whose names indicate a broken connection to the source code; the API description (2026-10) does not
     * explain them. {@code scm_write_access_disconnected} is about write access, and {@code
     * scm_private_registry_invalid} about packages.
     */
    private static final Set<String> BROKEN =
            Set.of("scm_disconnected", "scm_instance_unreachable", "self_managed_org_credentials_invalid");

    static ConfigurationError of(JsonNode json, UnaryOperator<String> clean) {
        String kind = Json.text(json, "kind").map(clean).orElseThrow(() -> AikidoAnswers.undescribed(false));
        return new ConfigurationError(
                kind,
                Json.text(json, "title").map(clean).orElse(kind),
                Json.text(json, "location_type").map(clean).orElse(""),
                Json.text(json, "location_name").map(clean).orElse(""));
    }

    /** Returns whether Aikido can no longer reach the source code. */
    public boolean isBrokenConnection() {
        return BROKEN.contains(kind);
    }
}
