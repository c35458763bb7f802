package io.jenkins.plugins.aikido;

import hudson.model.TaskListener;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import java.util.regex.Pattern;

/** Tells the build's log what a run is doing, as it does it. */
final class BuildLog implements ProgressListener {

    /** Names from outside must not forge a line, turn the text around, or begin one of Jenkins's own annotations. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private final TaskListener listener;

    BuildLog(TaskListener listener) {
        this.listener = listener;
    }

    void line(String text) {
        listener.getLogger().println(clean(text));
    }

    /** Returns the text as one line that shows what it says. */
    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ").stripTrailing();
    }

    @Override
    public void on(Progress progress) {
        line("  " + progress.line());
    }

    void report(ConnectReport report) {
        report.toText().lines().forEach(this::line);
    }
}
