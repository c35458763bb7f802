package io.github.aikidoconnect.simulator.azure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A resource of the REST API, with its version and scopes.
 *
 * @param previewOnly whether it is only in preview, so that a strict service refuses 7.1
 * @param scopes the scopes of which a token needs one; none if any accepted token is enough
 */
record Resource(boolean previewOnly, List<String> scopes) {
    private static final Pattern VERSION = Pattern.compile("7\\.1(-preview(\\.\\d+)?)?");

    static Resource released(String... scopes) {
        return new Resource(false, List.of(scopes));
    }

    static Resource preview(String... scopes) {
        return new Resource(true, List.of(scopes));
    }

    static boolean knows(String version) {
        return VERSION.matcher(version).matches();
    }

    boolean wantsPreview(String version) {
        return previewOnly && version.equals("7.1");
    }
}
