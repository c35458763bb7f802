package io.github.aikidoconnect.report;

import io.github.aikidoconnect.ConnectReport;

public final class ReportJson {
    private ReportJson() {}

    public static String write(ConnectReport report) {
        return report.toString();
    }
}
