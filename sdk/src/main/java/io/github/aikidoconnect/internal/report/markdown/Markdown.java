package io.github.aikidoconnect.internal.report.markdown;

import io.github.aikidoconnect.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds a page in Markdown, block by block. Every text is escaped, so that it is shown unchanged. */
final class Markdown {

    /**
     * The characters with a meaning inside a line in Azure Pipelines or GitHub: markup, HTML, links, mentions, issue
     * numbers.
     */
    private static final Pattern MEANING = Pattern.compile("[\\\\`*_\\[\\]<>&~|#@$]|:(?=\\S)|(?<=www)\\.");

    private final List<String> blocks = new ArrayList<>();

    /** Returns Markdown that shows the text on one line. A character reference is never read as markup. */
    static String text(String text) {
        return MEANING.matcher(SafeText.oneLine(text))
                .replaceAll(found -> "&#" + (int) found.group().charAt(0) + ";");
    }

    Markdown heading(int level, String text) {
        blocks.add("#".repeat(level) + " " + text(text));
        return this;
    }

    /** Adds a paragraph that is Markdown already. */
    Markdown paragraph(String markdown) {
        blocks.add(markdown);
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(row(head));
        lines.add(head.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(cells -> lines.add(row(cells)));
        blocks.add(String.join("\n", lines));
        return this;
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |"));
    }

    @Override
    public String toString() {
        return String.join("\n\n", blocks) + "\n";
    }
}
