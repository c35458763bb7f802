package io.jenkins.plugins.aikido;

import hudson.model.TaskListener;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;
import java.util.regex.Pattern;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Reports the progress of a run in the build's log. */
@Restricted(NoExternalUse.class)
public final class BuildLog implements ProgressListener {

    /**
     * What TeamCity, Azure Pipelines ({@code ##vso[}) and GitHub Actions ({@code ::error::}) carry out when a log with such a
     * line reaches them.
     */
    private static final Pattern COMMAND = Pattern.compile("##(?=\\w*\\[)|(?<=^|\\s)::(?=\\S)");

    private final TaskListener listener;

    BuildLog(TaskListener listener) {
        this.listener = listener;
    }

    void line(String text) {
        listener.getLogger().println(clean(text));
    }

    /**
     * Returns the text as one line: a name from outside must not forge a line, turn the text around, or begin one of Jenkins's
     * own annotations.
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

    void report(ConnectReport report) {
        report.toText().lines().forEach(this::line);
    }
}
