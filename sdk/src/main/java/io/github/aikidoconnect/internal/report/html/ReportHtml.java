package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.internal.report.ReportView;
import java.io.IOException;

/** The report as a page for people, in one file. */
public final class ReportHtml {

    private ReportHtml() {}

    /** Returns the page: HTML with its style sheet, which loads nothing and needs no script to be read. */
    public static String write(ReportView view) {
        StringBuilder html = new StringBuilder();
        try {
            // By this method and no other of the renderer: the others write every value as it is.
            PageRenderer.render(Page.of(view), html, String::valueOf, HtmlText::escape);
        } catch (IOException e) {
            throw new IllegalStateException("A page can always be made", e);
        }
        return html.toString();
    }
}
