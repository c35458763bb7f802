package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.internal.aikido.AikidoException.Kind;
import io.github.aikidoconnect.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes the settings of single repositories, one call each (published API description, 2026-10). Writes need
 * {@code repositories:write}, the read needs {@code repositories:read}.
 */
public final class RepositorySettingsClient {

    private static final String REPOSITORY = "/repositories/code/";

    private final AikidoCalls calls;

    RepositorySettingsClient(AikidoCalls calls) {
        this.calls = calls;
    }

    /** Returns the paths that are excluded from scans. Only the page of a repository contains them. */
    public List<String> excludedPaths(long id) throws InterruptedException {
        JsonNode paths = calls.read(REPOSITORY + id).path("excluded_paths");
        if (!paths.isArray()) {
            throw AikidoAnswers.undescribed(false);
        }
        List<String> excluded = new ArrayList<>();
        paths.forEach(path -> Json.text(path, "path").ifPresent(excluded::add));
        return excluded;
    }

    /** Sets the sensitivity of the data. */
    public void setSensitivity(long id, Sensitivity value) throws InterruptedException {
        put(id, "sensitivity", "sensitivity", value.toString());
    }

    /** Sets whether the internet reaches the deployment. */
    public void setConnectivity(long id, Connectivity value) throws InterruptedException {
        put(id, "connectivity", "connectivity", value.toString());
    }

    /** Sets whether development dependencies are scanned. No call reads this value. */
    public void setDevDependencies(long id, boolean scanned) throws InterruptedException {
        put(id, "devdep-scan", "dev_dep_scanning_enabled", scanned);
    }

    /** Adds a label. */
    public void addLabel(long id, String name) throws InterruptedException {
        calls.post(REPOSITORY + id + "/labels", Map.of("name", name), Confirmation.LABEL_ID);
    }

    /** Excludes a path from scans. */
    public void excludePath(long id, String path) throws InterruptedException {
        calls.post(REPOSITORY + id + "/exclude-path", Map.of("path", path), Confirmation.EXCLUDED_PATH_ID);
    }

    /** Sets a value. The answer states the value that is now in force. */
    private void put(long id, String operation, String member, Object value) throws InterruptedException {
        JsonNode answer =
                calls.write("PUT", REPOSITORY + id + "/" + operation, Map.of(member, value), Confirmation.SUCCESS);
        JsonNode inForce = answer.path(member);
        if (inForce.isValueNode() && !inForce.asText().equals(value.toString())) {
            throw new AikidoException(Kind.REFUSED, "it reported another value than the requested one", false);
        }
    }
}
