package io.github.aikidoconnect.maven.page;

import io.github.aikidoconnect.FileDraft;
import io.github.aikidoconnect.SafeText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows issues on the run page, and a summary on its tab Extensions, with <a
 * href="https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands">logging commands</a>.
 */
final class AzurePipelines implements RunPage {

    private final PrintStream out;

    AzurePipelines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void issue(Severity severity, String title, String text) {
        out.println("##vso[task.logissue type=" + severity + ";code=" + property(title) + "]"
                + data(SafeText.oneLine(text)));
    }

    @Override
    public void summary(String markdown, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileDraft draft = FileDraft.open(file)) {
            // Always UTF-8, in which half a surrogate pair becomes a question mark.
            draft.write(markdown.getBytes(StandardCharsets.UTF_8));
            draft.finish();
        }
        out.println("##vso[task.uploadsummary]" + data(file.toString()));
    }

    /** Replaces a percent sign by the agent's code for it, because it may begin one of these codes. */
    private static String data(String text) {
        return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(";", "%3B").replace("]", "%5D");
    }
}
