package io.jenkins.plugins.aikido.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.ConnectReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.util.VirtualFile;

/**
 * Converts a report to maps and lists in the published form of its JSON. A Pipeline can keep them in a variable across a
 * restart, and read them in its sandbox.
 */
public final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private ReportJson() {}

    /** Returns the report as maps, lists, strings, numbers and booleans, all of them serializable. */
    public static Map<String, Object> toMap(ConnectReport report) {
        try {
            return MAPPER.readValue(report.toJson(), MAP);
        } catch (IOException e) {
            throw new UncheckedIOException("The SDK's own report can always be read", e);
        }
    }

    static Map<String, Object> read(VirtualFile file) throws IOException {
        try (InputStream in = file.open()) {
            return MAPPER.readValue(in, MAP);
        }
    }
}
