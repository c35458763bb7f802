package io.github.aikidoconnect.report;

import io.github.aikidoconnect.ConnectReport;

public final class ReportText {
    private ReportText() {}

    public static String write(ConnectReport report) {
        return report.toString();
    }
}
