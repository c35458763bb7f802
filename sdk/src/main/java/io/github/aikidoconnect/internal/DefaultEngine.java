package io.github.aikidoconnect.internal;

import io.github.aikidoconnect.AikidoConnect;
import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.Engine;
import io.github.aikidoconnect.ReportFormat;
import io.github.aikidoconnect.Transport;
import io.github.aikidoconnect.internal.http.JdkTransport;
import io.github.aikidoconnect.internal.report.ReportJson;
import io.github.aikidoconnect.internal.report.ReportText;
import io.github.aikidoconnect.internal.report.ReportView;
import io.github.aikidoconnect.internal.report.html.ReportHtml;
import io.github.aikidoconnect.internal.report.markdown.ReportMarkdown;
import io.github.aikidoconnect.internal.run.DefaultAikidoConnect;
import java.net.http.HttpClient;

/** Joins the API with the packages that implement it. */
public final class DefaultEngine implements Engine {

    @Override
    public AikidoConnect.Builder builder() {
        return DefaultAikidoConnect.newBuilder();
    }

    @Override
    public Transport transport(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HttpClient follows redirects and would carry credentials to another host;"
                            + " build it with followRedirects(HttpClient.Redirect.NEVER)");
        }
        return new JdkTransport(client);
    }

    @Override
    public String write(ConnectReport report, ReportFormat format) {
        return switch (format) {
            case TEXT -> ReportText.write(ReportView.of(report));
            case JSON -> ReportJson.write(report);
            case HTML -> ReportHtml.write(ReportView.of(report));
            case MARKDOWN -> ReportMarkdown.write(ReportView.of(report));
        };
    }
}
