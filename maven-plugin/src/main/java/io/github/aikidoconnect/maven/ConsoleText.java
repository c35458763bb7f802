package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.SafeText;
import java.util.regex.Pattern;

/**
 * Makes texts safe for a build log. Names of repositories and projects and the messages of the services come from
 * outside: they must not move the cursor, forge a line, or be read as a command by the CI service that reads the log.
 */
final class ConsoleText {

    /** Azure Pipelines finds its commands anywhere in a line. */
    private static final Pattern AZURE_COMMAND = Pattern.compile("##(?=\\[|vso\\[)", Pattern.CASE_INSENSITIVE);

    /** GitHub Actions finds its commands at the beginning of a line. */
    private static final Pattern GITHUB_COMMAND = Pattern.compile("^(\\s*):(?=:)");

    private ConsoleText() {}

    /** Returns the text as one line. */
    static String line(String text) {
        String visible = SafeText.oneLine(text).stripTrailing();
        String calm = AZURE_COMMAND.matcher(visible).replaceAll("# #");
        return GITHUB_COMMAND.matcher(calm).replaceAll("$1: ");
    }
}
