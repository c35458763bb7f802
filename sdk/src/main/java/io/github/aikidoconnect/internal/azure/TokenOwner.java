package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The owner of a token.
 *
 * @param id the identity's id
 * @param name the name that Azure DevOps shows
 * @param buildService whether it is the identity of a pipeline's job rather than a person or an application
 */
public record TokenOwner(String id, String name, boolean buildService) {

    /**
     * The descriptor of a build service, as reported by users (2026-11): {@code
     * Microsoft.TeamFoundation.ServiceIdentity;{id}:Build:{id}}. The subject descriptor is {@code svc.} followed by the
     * same text in Base64.
     */
    private static final Pattern BUILD_DESCRIPTOR = Pattern.compile("(?i).*ServiceIdentity;.*:Build:.*");

    private static final Pattern BUILD_SUBJECT = Pattern.compile("(?i).*:Build:.*");
    private static final String SERVICE = "svc.";

    /** The display name of a build service, as reported by users. It is used only if there is no descriptor. */
    private static final Pattern BUILD_NAME = Pattern.compile("(?i).+ Build Service \\(.+\\)");

    private static final Pattern NOBODY = Pattern.compile("(?:0{8}|a{8})-.*", Pattern.CASE_INSENSITIVE);

    /** Reads the owner from connectionData. An anonymous answer means that the token was not accepted. */
    public static TokenOwner of(JsonNode connectionData) {
        JsonNode user = connectionData.path("authenticatedUser");
        String id = Json.text(user, "id").orElse("");
        String name = Json.text(user, "providerDisplayName")
                .or(() -> Json.text(user, "customDisplayName"))
                .orElse("");
        String descriptor = Json.text(user, "descriptor").orElse("");
        boolean anonymous = id.isEmpty()
                || NOBODY.matcher(id).matches()
                || name.equalsIgnoreCase("Anonymous")
                || descriptor.startsWith("System:PublicAccess");
        if (anonymous) {
            throw new AzureException(Kind.TOKEN_REJECTED, "it answered as if the caller were not signed in");
        }
        String subject = Json.text(user, "subjectDescriptor").orElse("");
        return new TokenOwner(id, name.isEmpty() ? id : name, isBuildService(descriptor, subject, name));
    }

    private static boolean isBuildService(String descriptor, String subject, String name) {
        boolean undescribed = descriptor.isEmpty() && subject.isEmpty();
        return undescribed
                ? BUILD_NAME.matcher(name).matches()
                : BUILD_DESCRIPTOR.matcher(descriptor).matches()
                        || BUILD_SUBJECT.matcher(decoded(subject)).matches();
    }

    private static String decoded(String subject) {
        if (!subject.startsWith(SERVICE)) {
            return "";
        }
        String base64 = subject.substring(SERVICE.length()).replace('+', '-').replace('/', '_');
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
