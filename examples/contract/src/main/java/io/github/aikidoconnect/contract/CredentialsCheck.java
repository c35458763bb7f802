package io.github.aikidoconnect.contract;

import com.atlassian.oai.validator.interaction.request.CustomRequestValidator;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Checks that a request has the kind of credentials that its operation declares, or none. The library only checks API
 * keys.
 */
record CredentialsCheck(OpenAPI document) implements CustomRequestValidator {
    private static final String KEY = "contract.request.security";

    @Override
    public ValidationReport validate(Request request, ApiOperation operation) {
        String sent = request.getHeaderValue("Authorization").orElse("");
        List<String> wanted = schemes(operation);
        if (wanted.isEmpty()) {
            return sent.isEmpty()
                    ? ValidationReport.empty()
                    : violation("Credentials were sent to an operation that requires none");
        }
        String kind = sent.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return wanted.contains(kind)
                ? ValidationReport.empty()
                : violation("Credentials of the kind " + wanted + " are required, and not '" + kind + "'");
    }

    private List<String> schemes(ApiOperation operation) {
        List<SecurityRequirement> own = operation.getOperation().getSecurity();
        List<SecurityRequirement> ofAll = Objects.requireNonNullElse(document.getSecurity(), List.of());
        return Objects.requireNonNullElse(own, ofAll).stream()
                .flatMap(requirement -> requirement.keySet().stream())
                .map(name -> Objects.requireNonNull(
                                document.getComponents().getSecuritySchemes().get(name), name)
                        .getScheme())
                .toList();
    }

    private static ValidationReport violation(String message) {
        return ValidationReport.singleton(
                ValidationReport.Message.create(KEY, message).build());
    }
}
