package io.jenkins.plugins.aikido.state;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hudson.util.AtomicFileWriter;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import io.github.aikidoconnect.ScanState;
import io.jenkins.plugins.aikido.report.BuildLog;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The repositories of a project in a file of their own, with what the page of a connection shows of them. */
final class StoredRepositories {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

    private StoredRepositories() {}

    static void write(Path file, ProjectReport part) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        String project = BuildLog.clean(part.projectName());
        List<Map<String, Object>> rows = part.repositories().stream()
                .map(repository -> row(project, repository))
                .toList();
        AtomicFileWriter writer = new AtomicFileWriter(file, StandardCharsets.UTF_8);
        try (Writer out = writer) {
            out.write(MAPPER.writeValueAsString(rows));
            writer.commit();
        } finally {
            writer.abort();
        }
    }

    static List<Map<String, Object>> read(Path file) throws IOException {
        return Files.exists(file) ? MAPPER.readValue(Files.readString(file), ROWS) : List.of();
    }

    private static Map<String, Object> row(String project, RepositoryReport repository) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("project", project);
        row.put("name", BuildLog.clean(repository.name()));
        row.put("kind", repository.kind().toString());
        row.put("result", state(repository));
        row.put("scanned", scanned(repository));
        row.put("reason", BuildLog.clean(repository.reason()));
        return row;
    }

    private static String state(RepositoryReport repository) {
        return repository.monitored() ? "monitored" : repository.result() == Result.FAILED ? "failed" : "not monitored";
    }

    /** Returns a text that sorts by time. */
    private static String scanned(RepositoryReport repository) {
        RepositoryReport.InAikido known = repository.inAikido();
        if (known == null) {
            return "";
        }
        Instant scanned = known.lastScannedAt();
        if (scanned != null) {
            return scanned.toString().replaceFirst("(T\\d\\d:\\d\\d).*", "$1").replace('T', ' ');
        }
        return known.scanState() == ScanState.NEVER ? "never" : "";
    }
}
