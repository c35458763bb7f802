package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.SafeText;

/** Escapes text for an element or a quoted attribute. */
final class HtmlText {

    private HtmlText() {}

    /** Returns the HTML that shows the text on one line. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        SafeText.oneLine(text).codePoints().forEach(point -> append(html, point));
        return html.toString();
    }

    private static void append(StringBuilder html, int point) {
        switch (point) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            case '`' -> html.append("&#96;");
            default -> html.appendCodePoint(point);
        }
    }
}
