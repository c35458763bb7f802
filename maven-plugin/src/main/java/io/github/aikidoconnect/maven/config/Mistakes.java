package io.github.aikidoconnect.maven.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong in the file, line by line. No value is repeated: somebody may have written a secret there. */
final class Mistakes {

    private final List<String> lines = new ArrayList<>();

    /** Notes one at the place of a node. */
    void add(Node node, String what) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        lines.add("line " + line + ": " + what);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** All of them as a sentence without its full stop. */
    @Override
    public String toString() {
        return String.join("; ", lines);
    }
}
