package io.github.aikidoconnect.internal.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.Tool;
import java.io.IOException;
import java.io.StringWriter;

/** The JSON form of a report; {@code docs/report.schema.json} describes it. */
public final class ReportJson {

    /** Writes the same bytes on every system, because reports are compared. */
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    /**
     * Returns the report as indented JSON. The parts of a single project are at the top level, those of several projects
     * or organizations in a list.
     */
    public static String write(ConnectReport report) {
        StringWriter text = new StringWriter();
        // The report is written member by member, because a tree of many repositories takes ten times the memory.
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(INDENTED.createInstance());
            write(report, new RecordWriter(json));
        } catch (IOException e) {
            throw new IllegalStateException("Writing a report cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private static void write(ConnectReport report, RecordWriter json) throws IOException {
        json.start();
        json.member("schemaVersion", ConnectReport.SCHEMA_VERSION);
        json.member("tool", Tool.CURRENT);
        json.member("goal", report.goal());
        json.member("dryRun", report.dryRun());
        json.member("outcome", report.outcome());
        json.member("startedAt", report.startedAt());
        json.member("finishedAt", report.finishedAt());
        if (!report.organizations().isEmpty()) {
            json.member("organizations", report.organizations());
        } else if (report.severalProjects()) {
            json.member("projects", report.projects());
        } else {
            for (ProjectReport project : report.projects()) {
                json.member("azure", project.azure());
                json.member("workspace", project.workspace());
                json.member("checks", project.checks());
                json.member("repositories", project.repositories());
                if (project.findings() != null) {
                    json.member("findings", project.findings());
                }
            }
        }
        if (report.goal() == Goal.TOKEN) {
            json.member("tokens", report.tokens());
        }
        if (report.coverage() != null) {
            json.member("coverage", report.coverage());
        }
        json.member("problems", report.problems());
        json.member("summary", report.summary());
        json.member("calls", report.calls());
        json.end();
    }
}
