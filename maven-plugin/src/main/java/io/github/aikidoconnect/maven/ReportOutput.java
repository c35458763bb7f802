package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.maven.page.Annotations;
import io.github.aikidoconnect.maven.page.RunPage;
import io.github.aikidoconnect.maven.page.RunPage.Severity;
import java.io.IOException;
import java.util.List;

/**
 * Writes a report to its files and to the run page of the CI service.
 *
 * @param page the run page
 * @param problemsFail whether a problem fails the build
 */
record ReportOutput(Console console, RunPage page, boolean problemsFail) {

    /** @param problems the problems of the report; a report that cannot be written adds a problem */
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
            console.warn("The report page cannot be written to " + file.page() + " ("
                    + e.getClass().getSimpleName() + "). The JSON report contains everything.");
        }
    }

    /** A failure to show the result never changes the result of the build. */
    private void annotate(ConnectReport report, ReportFile file, List<Problem> problems) {
        try {
            new Annotations(page).show(report, problems, problemsFail ? Severity.ERROR : Severity.WARNING, file.path());
        } catch (IOException e) {
            console.warn("The summary for the run page cannot be written ("
                    + e.getClass().getSimpleName() + ").");
        }
    }
}
