package io.github.aikidoconnect.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the results as Markdown to the console and to a file, and collects wrong counts. */
final class Results {

    private final Path directory;
    private final PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final StringBuilder text = new StringBuilder();
    private final List<String> wrong = new ArrayList<>();

    Results(Path directory) {
        this.directory = directory;
    }

    void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    void line(String line) {
        console.println(line);
        text.append(line).append('\n');
    }

    /** Starts a table. */
    void columns(String... names) {
        row((Object[]) names);
        line("|" + " ---: |".repeat(names.length));
    }

    void row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        line(row.toString());
    }

    void atMost(String what, long count, long limit) {
        expect(count <= limit, what + " is " + count + ", more than " + limit);
    }

    void exactly(String what, long count, long right) {
        expect(count == right, what + " is " + count + " and not " + right);
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    void file(String name, String content) {
        try {
            Files.writeString(directory.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether all counts are right. */
    boolean finish() {
        line("");
        line(wrong.isEmpty() ? "Every count is right." : "Wrong counts:");
        wrong.forEach(this::line);
        file("results.md", text.toString());
        return wrong.isEmpty();
    }
}
