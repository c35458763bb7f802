package io.github.aikidoconnect.maven.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The mistakes in the file, line by line. No value is shown, because it may be a secret in the wrong place. */
final class Mistakes {

    private static final int SHOWN = 20;

    private final List<String> lines = new ArrayList<>();
    private int count;

    /** Adds a mistake at the line of a node. */
    void add(Node node, String what) {
        count++;
        if (count <= SHOWN) {
            lines.add("line " + line(node) + ": " + what);
        }
    }

    /** Returns the line of a node, counted from 1. */
    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns the first mistakes and the number of the others, as a sentence without a full stop. */
    @Override
    public String toString() {
        String shown = String.join("; ", lines);
        return count > SHOWN ? shown + "; and " + (count - SHOWN) + " more" : shown;
    }
}
