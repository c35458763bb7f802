package io.github.aikidoconnect.internal.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.azure.AzureException.Kind;
import io.github.aikidoconnect.internal.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Whose token it is.
 *
 * @param id the identity's id
 * @param name the name that Azure DevOps shows
 * @param buildService whether it is the identity of a pipeline's job rather than a person or an application
 */
public record TokenOwner(String id, String name, boolean buildService) {

    /**
     * The descriptor of a build service, as users report it (2026-11): {@code
     * Microsoft.TeamFoundation.ServiceIdentity;{id}:Build:{id}}. Its subject descriptor is {@code svc.} and the same in
     * Base64.
     */
    private static final Pattern BUILD_DESCRIPTOR = Pattern.compile("(?i).*ServiceIdentity;.*:Build:.*");

    private static final Pattern BUILD_SUBJECT = Pattern.compile("(?i).*:Build:.*");
    private static final String SERVICE = "svc.";

    /** Its display name, as users report it; it counts only where no descriptor says more. */
    private static final Pattern BUILD_NAME = Pattern.compile("(?i).+ Build Service \\(.+\\)");

    private static final Pattern NOBODY = Pattern.compile("(?:0{8}|a{8})-.*", Pattern.CASE_INSENSITIVE);

    /** Reads it from connectionData. An anonymous answer means that the token was not accepted. */
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
            throw new AzureException(Kind.TOKEN_REJECTED, "it answered as to somebody who is not signed in");
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
