package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.internal.report.ReportView;
import java.io.IOException;

/** Writes the report as an HTML page in one file. */
public final class ReportHtml {

    private ReportHtml() {}

    /** Returns the page: HTML with its style sheet, which loads no other file and is readable without scripts. */
    public static String write(ReportView view) {
        StringBuilder html = new StringBuilder();
        try {
            // Only this method of the renderer escapes values.
            PageRenderer.render(Page.of(view), html, String::valueOf, HtmlText::escape);
        } catch (IOException e) {
            throw new IllegalStateException("Writing a page cannot fail", e);
        }
        return html.toString();
    }
}
