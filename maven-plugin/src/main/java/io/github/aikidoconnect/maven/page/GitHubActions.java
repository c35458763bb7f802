package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Shows annotations and the summary of the step, with <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a>.
 */
final class GitHubActions implements RunPage {

    private final PrintStream out;
    private final @Nullable String summaryFile;

    GitHubActions(PrintStream out, @Nullable String summaryFile) {
        this.out = out;
        this.summaryFile = summaryFile;
    }

    @Override
    public void issue(Severity severity, String title, String text) {
        out.println("::" + severity + " title=" + property("Aikido " + title) + "::" + data(SafeText.oneLine(text)));
    }

    /** The summaries of other steps in the file are kept. An old self-hosted server has no such file. */
    @Override
    public void summary(String markdown, Path file) throws IOException {
        if (summaryFile != null && !summaryFile.isBlank()) {
            append(Path.of(summaryFile), markdown + "\n");
        }
    }

    private static void append(Path file, String text) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(file.toString(), null, "it is not a regular file");
        }
        // Always UTF-8, in which half a surrogate pair becomes a question mark.
        Files.write(
                file,
                text.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
