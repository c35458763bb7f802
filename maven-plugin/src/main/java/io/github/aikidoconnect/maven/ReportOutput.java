package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.maven.page.Annotations;
import io.github.aikidoconnect.maven.page.RunPage;
import io.github.aikidoconnect.maven.page.RunPage.Severity;
import java.io.IOException;
import java.util.List;

/**
 * Puts a report into its files and on the page of the pipeline's run.
 *
 * @param page the page of the pipeline's run
 * @param problemsFail whether a problem fails the build
 */
record ReportOutput(Console console, RunPage page, boolean problemsFail) {

    /** @param problems those of the report; a report that cannot be written is one problem more */
    void give(ConnectReport report, ReportFile file, List<Problem> problems) {
        write(report, file, problems);
        annotate(report, file, problems);
    }

    private void write(ConnectReport report, ReportFile file, List<Problem> problems) {
        try {
            file.write(report);
            console.written(file.path());
        } catch (ConfigurationException e) {
            if (!problems.contains(e.problem())) {
                console.problem(e.problem(), problemsFail);
                problems.add(e.problem());
            }
            return;
        }
        try {
            file.writePage(report);
            console.writtenPage(file.page());
        } catch (IOException e) {
            console.warn("The page of the report cannot be written to " + file.page() + " ("
                    + e.getClass().getSimpleName() + "). The JSON has all of it.");
        }
    }

    /** What only shows the result better never decides how the build ends. */
    private void annotate(ConnectReport report, ReportFile file, List<Problem> problems) {
        try {
            new Annotations(page).show(report, problems, problemsFail ? Severity.ERROR : Severity.WARNING, file.path());
        } catch (IOException e) {
            console.warn("The summary for the page of the run cannot be written ("
                    + e.getClass().getSimpleName() + ").");
        }
    }
}
