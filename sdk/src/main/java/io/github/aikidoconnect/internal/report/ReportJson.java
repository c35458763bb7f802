package io.github.aikidoconnect.internal.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.SettingReport;
import io.github.aikidoconnect.SignInMethod;
import io.github.aikidoconnect.Tool;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** The JSON form of a report; {@code docs/report.schema.json} describes it. */
public final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
            // Keys that only one goal has are left out for other goals, because null means that a value is not known.
            .withConfigOverride(ProjectState.class, ReportJson::onlyIfKnown)
            .withConfigOverride(Findings.class, ReportJson::onlyIfKnown)
            .withConfigOverride(SignInMethod.class, ReportJson::onlyIfKnown)
            .addMixIn(Check.class, CheckForm.class)
            .addMixIn(RepositoryReport.class, RepositoryForm.class)
            .addMixIn(RepositoryReport.InAikido.class, InAikidoForm.class)
            .build();

    /** The values from Aikido's list are beside the other keys, and are left out if Aikido does not list the repository. */
    interface RepositoryForm {
        @JsonUnwrapped
        RepositoryReport.InAikido inAikido();

        @JsonInclude(Include.NON_EMPTY)
        List<SettingReport> settings();
    }

    /** The message already states this value. */
    @JsonIgnoreProperties("brokenConnection")
    interface CheckForm {}

    /** The action already states this value. */
    @JsonIgnoreProperties("switchedOff")
    interface InAikidoForm {}

    /** Writes the same bytes on every system, because reports are compared. */
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ReportJson() {}

    private static void onlyIfKnown(MutableConfigOverride type) {
        type.setInclude(JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL));
    }

    /**
     * Returns the report as indented JSON. The parts of a single project are at the top level, those of several projects
     * in a list.
     */
    public static String write(ConnectReport report) {
        StringWriter text = new StringWriter();
        // The report is written member by member, because a tree of many repositories takes ten times the memory.
        try (JsonGenerator json = WRITER.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", ConnectReport.SCHEMA_VERSION);
            json.writePOJOField("tool", Tool.CURRENT);
            json.writeStringField("goal", report.goal().toString());
            json.writeBooleanField("dryRun", report.dryRun());
            json.writeStringField("outcome", report.outcome().toString());
            json.writeStringField("startedAt", report.startedAt().toString());
            json.writeStringField("finishedAt", report.finishedAt().toString());
            if (report.severalProjects()) {
                json.writePOJOField("projects", report.projects());
            } else {
                for (ProjectReport project : report.projects()) {
                    json.writePOJOField("azure", project.azure());
                    json.writePOJOField("workspace", project.workspace());
                    json.writePOJOField("checks", project.checks());
                    json.writePOJOField("repositories", project.repositories());
                    if (project.findings() != null) {
                        json.writePOJOField("findings", project.findings());
                    }
                }
            }
            if (report.goal() == Goal.TOKEN) {
                json.writePOJOField("tokens", report.tokens());
            }
            if (report.coverage() != null) {
                json.writePOJOField("coverage", report.coverage());
            }
            json.writePOJOField("problems", report.problems());
            json.writePOJOField("summary", report.summary());
            json.writePOJOField("calls", report.calls());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing a report cannot fail", e);
        }
        return text.append('\n').toString();
    }
}
