package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.http.OneLine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Annotations and the summary of the step, by
 * <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a>.
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
        out.println("::" + severity + " title=" + property("Aikido " + title) + "::" + data(OneLine.of(text)));
    }

    /** Other steps' parts of the file stay; an old server of one's own has none. */
    @Override
    public void summary(String markdown, Path file) throws IOException {
        if (summaryFile != null && !summaryFile.isBlank()) {
            // A name may hold half a surrogate pair, which only this way of writing replaces instead of refusing it.
            byte[] text = (markdown + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(Path.of(summaryFile), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
