package io.jenkins.plugins.aikido.report;

import io.github.aikidoconnect.ConnectReport;


import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report as plain maps and lists, in the published form of its JSON. A Pipeline can keep them in a variable over a
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

    static Map<String, Object> read(Path file) throws IOException {
        return MAPPER.readValue(Files.readString(file), MAP);
    }
}
