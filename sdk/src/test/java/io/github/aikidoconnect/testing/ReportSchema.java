package io.github.aikidoconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.internal.report.PageRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schema that is published beside the docs. */
public final class ReportSchema {

    private static final Path FILE = Path.of("..", "docs", "report.schema.json");

    /** Reading a schema takes ten times as long as checking a report, and thousands of reports are checked. */
    private static final Validator VALIDATOR = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    private static final URI SCHEMA = VALIDATOR.registerSchema(read());

    private ReportSchema() {}

    /** Holds a report against the schema, and its page against the rules of pages. */
    public static void verify(ConnectReport report) {
        assertThat(errors(report.toJson())).as(report.toJson()).isEmpty();
        PageRules.verify(report.toHtml());
    }

    /** What is wrong with a report, place by place. */
    public static List<String> errors(String json) {
        return VALIDATOR.validate(SCHEMA, json).getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError())
                .toList();
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
