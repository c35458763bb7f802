package io.github.aikidoconnect.benchmark;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.ConnectRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** The measured run in a separate JVM: lists and plans, and writes both forms of the report. */
final class ScaleRun {

    private ScaleRun() {}

    /** Takes the two URLs, the kind of list (repositories or projects), and the file for the results. */
    public static void main(String[] arguments) throws IOException {
        Allocation allocation = new Allocation();
        URI azureUrl = URI.create(arguments[0]);
        URI aikidoUrl = URI.create(arguments[1]);
        ConnectRequest.Builder request = Estate.request(azureUrl, aikidoUrl).timeout(Duration.ofMinutes(4));
        long start = System.nanoTime();
        ConnectReport report;
        try (AikidoConnect aikido = AikidoConnect.create()) {
            report = arguments[2].equals("projects")
                    ? aikido.list(request.project(null).build())
                    : aikido.plan(request.build());
        }
        long planned = System.nanoTime();
        int size = report.toJson().length() + report.toText().length();
        long written = System.nanoTime();
        Properties measured = new Properties();
        measured.setProperty("found", Integer.toString(report.summary().found()));
        measured.setProperty("projects", Integer.toString(report.projects().size()));
        measured.setProperty("calls", Integer.toString(report.calls().azure()));
        measured.setProperty("planMillis", Long.toString((planned - start) / 1_000_000));
        measured.setProperty("writeMillis", Long.toString((written - planned) / 1_000_000));
        measured.setProperty("allocated", Long.toString(allocation.bytes()));
        measured.setProperty("report", Integer.toString(size));
        measured.setProperty("problems", report.problems().toString());
        try (var out = Files.newBufferedWriter(Path.of(arguments[3]))) {
            measured.store(out, null);
        }
    }
}
