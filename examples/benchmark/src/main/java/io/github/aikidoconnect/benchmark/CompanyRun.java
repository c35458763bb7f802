package io.github.aikidoconnect.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Coverage;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.ProjectReport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Properties;
import java.util.function.ToIntFunction;

/** A run over all projects of a company in a separate JVM, with both forms of its report. */
final class CompanyRun {

    private CompanyRun() {}

    /**
     * Takes the two URLs, the goal (connect or coverage), the number of projects, the calls a minute, the folder in
     * which processes share them, and the file for the results.
     */
    public static void main(String[] arguments) throws IOException {
        OrganizationRequest request = Estate.company(
                URI.create(arguments[0]),
                URI.create(arguments[1]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]));
        long start = System.nanoTime();
        ConnectReport report;
        try (AikidoConnect aikido =
                AikidoConnect.builder().callFolder(Path.of(arguments[5])).build()) {
            report = arguments[2].equals("coverage") ? aikido.coverage(request) : aikido.connect(request);
        }
        int size = report.toJson().length() + report.toText().length();
        long end = System.nanoTime();
        Properties measured = new Properties();
        measured.setProperty("millis", Long.toString((end - start) / 1_000_000));
        measured.setProperty("report", Integer.toString(size));
        measured.setProperty("problems", report.problems().toString());
        counts(report, measured);
        memory(report, measured);
        try (var out = Files.newBufferedWriter(Path.of(arguments[6]))) {
            measured.store(out, null);
        }
    }

    private static void counts(ConnectReport report, Properties measured) {
        put(measured, "found", report.summary().found());
        put(measured, "activated", report.summary().activated());
        put(measured, "already", report.summary().alreadyMonitored());
        Coverage coverage = report.coverage();
        put(measured, "covered", coverage == null ? 0 : coverage.monitoredRepositories());
        put(measured, "azure", report.calls().azure());
        put(measured, "aikido", report.calls().aikido());
        IntSummaryStatistics azure = of(report.projects(), calls -> calls.azure());
        put(measured, "azureInCommon", report.calls().azure() - azure.getSum());
        put(measured, "azureEach", azure.getMax());
        put(
                measured,
                "aikidoEach",
                of(report.projects(), calls -> calls.aikido()).getMax());
    }

    private static IntSummaryStatistics of(List<ProjectReport> projects, ToIntFunction<ProjectReport.Calls> count) {
        return projects.stream().map(ProjectReport::calls).mapToInt(count).summaryStatistics();
    }

    /** Measures the memory while the report is still referenced, as by a caller. */
    private static void memory(ConnectReport report, Properties measured) throws IOException {
        put(measured, "threads", ManagementFactory.getThreadMXBean().getPeakThreadCount());
        put(
                measured,
                "processorMillis",
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000);
        System.gc();
        put(
                measured,
                "held",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        put(measured, "projects", report.projects().size());
        Memory.put(measured);
    }

    private static void put(Properties measured, String name, long value) {
        measured.setProperty(name, Long.toString(value));
    }
}
