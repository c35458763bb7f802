package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.Progress;
import io.github.aikidoconnect.ProgressListener;
import io.github.aikidoconnect.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Logs a goal: its subject, each step as it happens, the result, and the path of the report. */
final class Console implements ProgressListener {

    /** The indent of a continuation line, which is deeper than that of any other line. */
    private static final String CONTINUED = "   ";

    private final Log log;
    private final Colours colours;

    Console(Log log, Colours colours) {
        this.log = log;
        this.colours = colours;
    }

    /**
     * Logs the subject of the run, its source, and whether the run may change anything.
     *
     * @param whole the subject up to the organization's name, if the run is not about one project
     */
    void head(Goal goal, ConnectRequest request, Location location, Optional<String> whole) {
        String organization = request.organization().map(Console::shown).orElse("(not given)");
        String project = request.project().map(Console::shown).orElse("(not given)");
        StringBuilder head = new StringBuilder("aikido:" + goal + "  ");
        head.append(whole.orElse("project " + project + ", organization "));
        head.append(organization);
        request.azureUrl().ifPresent(url -> head.append(" at ").append(SafeText.maskedUrl(url)));
        location.source().ifPresent(source -> head.append(", from ").append(source));
        if (request.dryRun()) {
            head.append(" (dry run: nothing is changed)");
        }
        info(head.toString());
    }

    /** Logs the subject of a run for several organizations. */
    void head(Goal goal, ConnectRequest request, List<GoalRun.OrganizationName> organizations) {
        String names = organizations.stream()
                .map(each -> (each.name() == null ? "(not given)" : shown(each.name()))
                        + (each.azureUrl() == null ? "" : " at " + SafeText.maskedUrl(each.azureUrl())) + " ("
                        + each.file() + ")")
                .collect(Collectors.joining(", "));
        info("aikido:" + goal + "  " + organizations.size()
                + (organizations.size() == 1 ? " organization: " : " organizations: ") + names
                + (request.dryRun() ? " (dry run: nothing is changed)" : ""));
    }

    @Override
    public void on(Progress progress) {
        info("  " + progress.line());
    }

    /** Users paste URLs with passwords, and tokens, instead of names. */
    private static String shown(String given) {
        return SafeText.withoutToken(SafeText.maskedUrl(given));
    }

    /**
     * Logs the report: problems and failures as errors (as warnings if problems do not fail the build), warnings as
     * warnings, and the rest as information.
     */
    void report(ConnectReport report, boolean failOnProblem) {
        Level level = Level.INFO;
        info("");
        for (String text : report.toText().lines().map(ConsoleText::line).toList()) {
            // The fix of a warning is on the next line, with a deeper indent.
            level = text.startsWith(CONTINUED) ? level : Level.of(Colours.word(text));
            String line = colours.line(text);
            switch (level) {
                case ERROR -> logProblem(line, failOnProblem);
                case WARN -> log.warn(line);
                case INFO -> log.info(line);
            }
        }
    }

    private void logProblem(String line, boolean failOnProblem) {
        if (failOnProblem) {
            log.error(line);
        } else {
            log.warn(line);
        }
    }

    private enum Level {
        ERROR,
        WARN,
        INFO;

        static Level of(String word) {
            return switch (word) {
                case "FAILED", "failed" -> ERROR;
                case "warning", "partial" -> WARN;
                default -> word.startsWith("[") ? ERROR : INFO;
            };
        }
    }

    void written(Path file) {
        info("");
        info("Report: " + file);
    }

    void writtenPage(Path file) {
        info("  Page: " + file);
    }

    void warn(String text) {
        log.warn(ConsoleText.line(text));
    }

    /** Logs a problem that is not in the report. */
    void problem(Problem problem, boolean failOnProblem) {
        logProblem(ConsoleText.line(problem.toString()), failOnProblem);
    }

    void info(String text) {
        log.info(ConsoleText.line(text));
    }
}
