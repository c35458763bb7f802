package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Aligns columns to their widest cell; the last column is not padded. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row. Each cell is shown on one line. */
    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(SafeText::oneLine).toList());
    }

    List<String> lines(String indent) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                boolean last = column == row.size() - 1;
                line.append(cell).append(last ? "" : " ".repeat(widths[column] - length(cell)) + GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        return widths;
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
