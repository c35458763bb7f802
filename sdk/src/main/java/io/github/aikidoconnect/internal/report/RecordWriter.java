package io.github.aikidoconnect.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.Findings;
import io.github.aikidoconnect.ProjectState;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.SignInMethod;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a report as JSON: each component is a member with the same name. Jackson's mapper writes the same,
 * and takes longer to prepare than a short report takes to write.
 */
final class RecordWriter {

    /** Only some goals have these; for the others they are left out, because null means that a value is not known. */
    private static final Set<Class<?>> LEFT_OUT_IF_NULL =
            Set.of(ProjectState.class, Coverage.class, Findings.class, SignInMethod.class);

    private final JsonGenerator json;

    /** Kept, because each call of getRecordComponents creates new ones, and a report can have thousands of records of a class. */
    private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();

    RecordWriter(JsonGenerator json) {
        this.json = json;
    }

    void start() throws IOException {
        json.writeStartObject();
    }

    void end() throws IOException {
        json.writeEndObject();
    }

    /** Writes a member of the current object. */
    void member(String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        value(value);
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof Record object) {
            start();
            components(object);
            end();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                value(element);
            }
            json.writeEndArray();
        } else if (value instanceof Enum<?> || value instanceof Instant) {
            json.writeString(value.toString());
        } else {
            json.writeObject(value);
        }
    }

    private void components(Record object) throws IOException {
        for (RecordComponent component : components.computeIfAbsent(object.getClass(), Class::getRecordComponents)) {
            Object value = value(object, component);
            if (value instanceof RepositoryReport.InAikido inAikido) {
                // The values from Aikido's list are beside the other keys of a repository.
                components(inAikido);
            } else if (!isLeftOut(object, component, value)) {
                member(component.getName(), value);
            }
        }
    }

    private static boolean isLeftOut(Record object, RecordComponent component, @Nullable Object value) {
        return switch (component.getName()) {
            // The action already states this value.
            case "switchedOff" -> object instanceof RepositoryReport.InAikido;
            // The message already states this value.
            case "brokenConnection" -> object instanceof Check;
            case "settings" -> value instanceof Collection<?> settings && settings.isEmpty();
            case "inAikido" -> true;
            default -> value == null && LEFT_OUT_IF_NULL.contains(component.getType());
        };
    }

    private static @Nullable Object value(Record object, RecordComponent component) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A report has only public records", e);
        }
    }
}
