package io.github.aikidoconnect.internal.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.Transport;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes exchanges in the HTTP Archive format, HAR 1.2 (<a href="http://www.softwareishard.com/blog/har-12-spec/">HAR
 * 1.2 Spec</a>), which browsers and many tools open. Required members whose value is not known have the value for "not
 * available": -1 or an empty list.
 */
final class HarDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int NOT_AVAILABLE = -1;

    private final JsonGenerator json;

    private HarDocument(JsonGenerator json) {
        this.json = json;
    }

    static String of(List<Trace.Exchange> exchanges, String comment) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text).useDefaultPrettyPrinter()) {
            new HarDocument(json).write(exchanges, comment);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    private void write(List<Trace.Exchange> exchanges, String comment) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", "1.2");
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "aikido-connect");
        String version = Trace.class.getPackage().getImplementationVersion();
        json.writeStringField("version", version == null ? "unknown" : version);
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
        for (Trace.Exchange exchange : exchanges) {
            write(exchange);
        }
        json.writeEndArray();
        if (!comment.isEmpty()) {
            json.writeStringField("comment", comment);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Trace.Exchange exchange) throws IOException {
        double millis = exchange.took().toNanos() / 1_000_000.0;
        json.writeStartObject();
        json.writeStringField("startedDateTime", exchange.startedAt().toString());
        json.writeNumberField("time", millis);
        request(exchange);
        response(exchange);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", millis);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void request(Trace.Exchange exchange) throws IOException {
        Transport.Request call = exchange.call();
        URI uri = TracedUrl.withoutSecrets(call.uri());
        json.writeObjectFieldStart("request");
        json.writeStringField("method", call.method());
        json.writeStringField("url", exchange.redactor().mask(uri.toString()));
        json.writeStringField("httpVersion", "HTTP/1.1");
        pairs("headers", TracedHeaders.of(call));
        pairs("queryString", TracedUrl.query(uri));
        cookies();
        String body = call.body();
        if (body != null) {
            String type = call.headers().getOrDefault("Content-Type", "");
            TracedBody traced = TracedBody.of(type, body, exchange.redactor());
            json.writeObjectFieldStart("postData");
            json.writeStringField("mimeType", type);
            json.writeStringField("text", traced.text());
            json.writeStringField("comment", traced.comment());
            json.writeEndObject();
        }
        json.writeNumberField("headersSize", NOT_AVAILABLE);
        json.writeNumberField("bodySize", body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length);
        json.writeEndObject();
    }

    private void response(Trace.Exchange exchange) throws IOException {
        Transport.Response answer = exchange.answer();
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", answer == null ? 0 : answer.status());
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", "HTTP/1.1");
        pairs("headers", answer == null ? Map.of() : TracedHeaders.of(answer, exchange.redactor()));
        cookies();
        String type = answer == null ? "" : answer.header("Content-Type").orElse("");
        TracedBody body = answer == null
                ? new TracedBody("", "No complete answer: " + exchange.failure())
                : TracedBody.of(type, new String(answer.body(), StandardCharsets.UTF_8), exchange.redactor());
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", answer == null ? 0 : answer.body().length);
        json.writeStringField("mimeType", exchange.redactor().mask(type));
        json.writeStringField("text", body.text());
        json.writeStringField("comment", body.comment());
        json.writeEndObject();
        json.writeStringField("redirectURL", "");
        json.writeNumberField("headersSize", NOT_AVAILABLE);
        json.writeNumberField("bodySize", answer == null ? NOT_AVAILABLE : answer.body().length);
        json.writeEndObject();
    }

    private void cookies() throws IOException {
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
    }

    private void pairs(String name, Map<String, String> pairs) throws IOException {
        json.writeArrayFieldStart(name);
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", pair.getKey());
            json.writeStringField("value", pair.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
