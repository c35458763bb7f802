package io.github.aikidoconnect.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ProjectReport;

/** The JSON form of a report; {@code docs/report.schema.json} describes it. */
public final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .build();

    /** The same bytes on every system: reports are compared. */
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ReportJson() {}

    /** Returns the report as indented JSON. A single project's parts stand at the top, those of several in a list. */
    public static String write(ConnectReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("schemaVersion", ConnectReport.SCHEMA_VERSION);
        json.put("goal", report.goal().toString());
        json.put("dryRun", report.dryRun());
        json.put("outcome", report.outcome().toString());
        json.put("startedAt", report.startedAt().toString());
        json.put("finishedAt", report.finishedAt().toString());
        if (!report.severalProjects()) {
            for (ProjectReport project : report.projects()) {
                json.setAll((ObjectNode) MAPPER.valueToTree(project));
            }
        } else {
            json.set("projects", MAPPER.valueToTree(report.projects()));
        }
        json.set("problems", MAPPER.valueToTree(report.problems()));
        json.set("summary", MAPPER.valueToTree(report.summary()));
        json.set("calls", MAPPER.valueToTree(report.calls()));
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report can always be written", e);
        }
    }
}
