package io.jenkins.plugins.aikido.report;

import hudson.model.TaskListener;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;
import java.util.regex.Pattern;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Writes the progress and the report of a run to a log. */
@Restricted(NoExternalUse.class)
public final class BuildLog implements ProgressListener {

    /** Commands that TeamCity, Azure Pipelines ({@code ##vso[}) and GitHub Actions ({@code ::error::}) execute in a log. */
    private static final Pattern COMMAND = Pattern.compile("##(?=\\w*\\[)|(?<=^|\\s)::(?=\\S)");

    private final TaskListener listener;

    /** @param listener the log */
    public BuildLog(TaskListener listener) {
        this.listener = listener;
    }

    /** Writes a line. */
    public void line(String text) {
        listener.getLogger().println(clean(text));
    }

    /**
     * Returns a text as one safe line. A name from another system must not add lines, reverse the text, or start an annotation of
     * Jenkins.
     */
    public static String clean(String text) {
        return COMMAND.matcher(SafeText.oneLine(text))
                .replaceAll(
                        match -> match.group().charAt(0) + " " + match.group().charAt(1))
                .stripTrailing();
    }

    @Override
    public void on(Progress progress) {
        line("  " + progress.line());
    }

    /** Writes a report. */
    public void report(ConnectReport report) {
        report.toText().lines().forEach(this::line);
    }
}
