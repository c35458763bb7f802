package io.jenkins.plugins.aikido;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;


import hudson.model.TaskListener;

/** Tells the build's log what a run is doing, as it does it. */
final class BuildLog implements ProgressListener {

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
    static String clean(String text) {
        return SafeText.oneLine(text).stripTrailing();
    }

    @Override
    public void on(Progress progress) {
        line("  " + progress.line());
    }

    void report(ConnectReport report) {
        report.toText().lines().forEach(this::line);
    }
}
