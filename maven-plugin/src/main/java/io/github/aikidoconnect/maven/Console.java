package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/** Tells people what a goal does: what it is about, each step as it happens, the result, and where the report is. */
final class Console implements ProgressListener {

    private final Log log;
    private String lastWait = "";
    private long lastWaitAt;

    Console(Log log) {
        this.log = log;
    }

    /** Says which project in which organization, where that was found, and whether anything may be changed. */
    void head(Goal goal, ConnectRequest request, Location location) {
        StringBuilder head = new StringBuilder("aikido:" + goal + "  ");
        head.append(request.project().map(project -> "project " + project).orElse("no project"));
        head.append(request.organization()
                .map(organization -> ", organization " + organization)
                .orElse(", no organization"));
        request.azureUrl().ifPresent(url -> head.append(" at ").append(url));
        if (goal == Goal.LIST && request.project().isEmpty()) {
            head.setLength(0);
            head.append("aikido:list  projects of organization ")
                    .append(request.organization().orElse("(not given)"));
            request.azureUrl().ifPresent(url -> head.append(" at ").append(url));
        }
        location.source().ifPresent(source -> head.append(", from ").append(source));
        if (request.dryRun()) {
            head.append(" (dry run: nothing is changed)");
        }
        info(head.toString());
    }

    @Override
    public void on(Progress progress) {
        if (progress instanceof Progress.Item item) {
            String total = String.valueOf(item.total());
            info(("  [%" + total.length() + "d/%s] %s").formatted(item.done(), total, item.message()));
        } else if (progress instanceof Progress.Waiting waiting) {
            waiting(waiting);
        } else {
            info("  " + progress.message());
        }
    }

    /** Calls that run at the same time meet the same limit; one line for all of them is enough. */
    private void waiting(Progress.Waiting waiting) {
        long now = System.nanoTime();
        boolean repeated = waiting.message().equals(lastWait) && now - lastWaitAt < TimeUnit.SECONDS.toNanos(1);
        lastWait = waiting.message();
        lastWaitAt = now;
        if (!repeated) {
            info("  waiting up to " + seconds(waiting.duration().toMillis()) + ": " + waiting.message());
        }
    }

    void report(ConnectReport report) {
        info("");
        report.toText().lines().forEach(this::info);
    }

    void written(Path file) {
        info("");
        info("Report: " + file);
    }

    void warn(String text) {
        log.warn(ConsoleText.line(text));
    }

    void error(String text) {
        log.error(ConsoleText.line(text));
    }

    void info(String text) {
        log.info(ConsoleText.line(text));
    }

    /** Rounds up: a wait that is told is never longer than it was said to be. */
    private static String seconds(long millis) {
        return Math.max(1, (millis + 999) / 1000) + " s";
    }
}
