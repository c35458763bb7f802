package io.github.aikidoconnect.maven.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong in the file, line by line. No value is repeated: somebody may have written a secret there. */
final class Mistakes {

    private static final int SHOWN = 20;

    private final List<String> lines = new ArrayList<>();
    private int count;

    /** Notes one at the place of a node. */
    void add(Node node, String what) {
        count++;
        if (count <= SHOWN) {
            int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            lines.add("line " + line + ": " + what);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The first of them, and how many more there are, as a sentence without its full stop. */
    @Override
    public String toString() {
        String shown = String.join("; ", lines);
        return count > SHOWN ? shown + "; and " + (count - SHOWN) + " more" : shown;
    }
}
