package io.github.aikidoconnect.maven;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The debug options of the JVM that print the headers of HTTP calls and thereby tokens. This cannot be prevented in
 * code.
 */
final class DebugSwitches {

    /** Documented in the package java.net.http (Java 17), or read in the sources of its implementation. */
    private static final List<String> HTTP_LOG = List.of("headers", "requests", "content", "all");

    private static final List<String> INTERNAL =
            List.of("jdk.internal.httpclient.debug", "jdk.internal.httpclient.hpack.debug");

    private DebugSwitches() {}

    /**
     * Returns a warning that names the switch that is on, empty if none is.
     *
     * @param property returns the value of a system property, null if it is not set
     */
    static Optional<String> warning(Function<String, @Nullable String> property) {
        String log = property.apply("jdk.httpclient.HttpClient.log");
        if (log != null && HTTP_LOG.stream().anyMatch(log::contains)) {
            return Optional.of(text("jdk.httpclient.HttpClient.log"));
        }
        return INTERNAL.stream()
                .filter(name -> property.apply(name) != null)
                .findFirst()
                .map(DebugSwitches::text);
    }

    private static String text(String name) {
        return "The JVM option -D" + name
                + " is set. The JDK then prints the headers of HTTP calls, which contain the tokens."
                + " Remove the option, or revoke the tokens after this run.";
    }
}
