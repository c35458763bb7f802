package io.github.aikidoconnect.maven;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/** Colours the status words of a report, if Maven colours its own output. */
final class Colours {

    private static final String RED = "1;31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";
    private static final String BOLD = "1";

    /**
     * The status words at the beginning of a line, where no name from outside can be: of a check, a repository, a
     * problem, or the result.
     */
    private static final Pattern WORD = Pattern.compile("^(?:  (?<stands>[A-Za-z]+(?: [a-z]+)?)(?=  )"
            + "|(?<problem>\\[[A-Z_]+])|[A-Z][a-z]+: (?<outcome>success|partial|failed)(?=\\.? ))");

    private final boolean wanted;

    Colours(boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * Asks Maven, which decides from {@code -Dstyle.color}, {@code -B}, {@code -l} and the terminal. Maven 3 passes the
     * decision to the Jansi that it shares with plugins, Maven 4 has its own API.
     */
    static Colours of(MavenSession session) {
        try {
            return new Colours(jansiIsEnabled() || mavenFourIsColoured(session));
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Colours(false);
        }
    }

    private static boolean jansiIsEnabled() throws ReflectiveOperationException {
        try {
            return (boolean) Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean mavenFourIsColoured(MavenSession session) throws ReflectiveOperationException {
        Object own = MavenSession.class.getMethod("getSession").invoke(session);
        Method service = Class.forName("org.apache.maven.api.Session").getMethod("getService", Class.class);
        Class<?> factory = Class.forName("org.apache.maven.api.services.MessageBuilderFactory");
        return (boolean) factory.getMethod("isColorEnabled").invoke(service.invoke(own, factory));
    }

    /** Returns the line with its status word in colour; a line without a status word is unchanged. */
    String line(String text) {
        Matcher word = WORD.matcher(text);
        if (!wanted || !word.find()) {
            return text;
        }
        String name = group(word);
        String code = code(word.group(name));
        return code.isEmpty()
                ? text
                : text.substring(0, word.start(name)) + "\u001b[" + code + "m" + word.group(name) + "\u001b[m"
                        + text.substring(word.end(name));
    }

    /** Returns the status word of a line, empty if there is none. */
    static String word(String text) {
        Matcher word = WORD.matcher(text);
        return word.find() ? word.group(group(word)) : "";
    }

    private static String group(Matcher word) {
        return word.group("stands") != null ? "stands" : word.group("problem") != null ? "problem" : "outcome";
    }

    private static String code(String word) {
        return switch (word) {
            case "FAILED", "failed" -> RED;
            case "warning", "unknown", "stale", "partial", "never scanned", "scan outdated" -> YELLOW;
            case "ok", "monitored", "activated", "updated", "success" -> GREEN;
            case "to activate", "to import", "to update", "deactivated", "to deactivate" -> BOLD;
            default -> word.startsWith("[") ? RED : "";
        };
    }
}
