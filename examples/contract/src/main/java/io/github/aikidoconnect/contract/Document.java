package io.github.aikidoconnect.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.MessageContext;
import com.atlassian.oai.validator.whitelist.ValidationErrorsWhitelist;
import com.atlassian.oai.validator.whitelist.rule.WhitelistRules;
import io.github.aikidoconnect.simulator.http.Exchange;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An OpenAPI document, and the root of its paths in the simulator. */
final class Document {
    private static final String BODY_MISSING = "validation.response.body.missing";

    private static final Set<String> IDS_OF_A_CALL = Set.of("ActivityId", "X-VSS-E2EID");

    private final String root;
    private final OpenApiInteractionValidator validator;
    /** The digests of exchanges without a violation: most are repeated in many tests, and a check takes a millisecond. */
    private final Set<ByteBuffer> accepted = ConcurrentHashMap.newKeySet();

    Document(String resource, String root) {
        this.root = root;
        OpenAPI document = read(resource);
        this.validator = OpenApiInteractionValidator.createFor(document)
                .withBasePathOverride(root)
                .withStrictOperationPathMatching()
                .withCustomRequestValidation(new CredentialsCheck(document))
                .withWhitelist(emptyUnauthorized())
                .build();
    }

    private static OpenAPI read(String resource) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readLocation(resource, null, options);
        if (result.getOpenAPI() == null || !result.getMessages().isEmpty()) {
            throw new IllegalStateException(resource + ": " + result.getMessages());
        }
        return result.getOpenAPI();
    }

    String root() {
        return root;
    }

    Stream<Violation> violations(Exchange exchange) {
        ByteBuffer digest = digest(exchange);
        if (accepted.contains(digest)) {
            return Stream.empty();
        }
        ValidationReport report = validator.validate(request(exchange), response(exchange));
        List<Violation> violations = report.getMessages().stream()
                .filter(m -> m.getLevel() == ValidationReport.Level.ERROR)
                .filter(m -> !(exchange.faulted() && ofAnswer(m)))
                .map(m -> new Violation(exchange, ofAnswer(m), m.getMessage()))
                .toList();
        if (violations.isEmpty()) {
            accepted.add(digest);
        }
        return violations.stream();
    }

    /** Covers all that a check reads. */
    private static ByteBuffer digest(Exchange exchange) {
        List<Object> parts = List.of(
                exchange.method(),
                exchange.path(),
                exchange.query(),
                requestHeaders(exchange),
                exchange.requestBody(),
                exchange.status(),
                responseHeaders(exchange),
                exchange.responseBody(),
                exchange.faulted());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                sha256.update(bytes);
            }
            return ByteBuffer.wrap(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without what differs from call to call and no document describes: the simulator's port, and the credentials. */
    private static Map<String, List<String>> requestHeaders(Exchange exchange) {
        Map<String, List<String>> headers = new TreeMap<>(exchange.requestHeaders());
        headers.remove("host");
        headers.computeIfPresent(
                "authorization",
                (name, values) -> values.stream()
                        .map(value -> value.split(" ", 2)[0] + " credentials")
                        .toList());
        return headers;
    }

    /** Without the ids of a call, which no document describes. */
    private static Map<String, String> responseHeaders(Exchange exchange) {
        Map<String, String> headers = new TreeMap<>(exchange.responseHeaders());
        headers.keySet().removeAll(IDS_OF_A_CALL);
        return headers;
    }

    /** OpenAPI can declare several forms of a body, but not that the body may be missing. */
    private static ValidationErrorsWhitelist emptyUnauthorized() {
        return ValidationErrorsWhitelist.create()
                .withRule(
                        "A 401 may have no body",
                        WhitelistRules.allOf(
                                WhitelistRules.messageHasKey(BODY_MISSING),
                                (message, operation, request, response) ->
                                        response != null && response.getStatus() == 401));
    }

    private static boolean ofAnswer(ValidationReport.Message message) {
        return message.getContext()
                .flatMap(MessageContext::getLocation)
                .map(location -> location == MessageContext.Location.RESPONSE)
                .orElseGet(() -> message.getKey().startsWith("validation.response"));
    }

    private static SimpleRequest request(Exchange exchange) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(exchange.method(), exchange.path());
        requestHeaders(exchange).forEach(request::withHeader);
        for (String pair : exchange.query().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                request.withQueryParam(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return (exchange.requestBody().isEmpty() ? request : request.withBody(exchange.requestBody())).build();
    }

    private static SimpleResponse response(Exchange exchange) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        responseHeaders(exchange).forEach((name, value) -> response.withHeader(name, value));
        // The service puts a byte order mark before some JSON, which JSON parsers do not accept.
        String body = exchange.responseBody().replaceFirst("^\uFEFF", "");
        return (body.isEmpty() ? response : response.withBody(body)).build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
