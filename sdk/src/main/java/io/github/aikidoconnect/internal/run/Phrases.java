package io.github.aikidoconnect.internal.run;

import java.util.List;
import java.util.stream.Collectors;

/** Parts of sentences that the texts of all problems share. */
final class Phrases {

    /** The number of names that a list in a sentence shows. */
    private static final int NAMES_SHOWN = 5;

    private Phrases() {}

    /** Returns {@code "a", "b"}, for a long list with the number of further names at its end. */
    static String quoted(List<String> names) {
        return listed(names.stream().map(name -> "\"" + name + "\"").toList());
    }

    /** Returns {@code a, b}, for a long list with the number of further names at its end. */
    static String listed(List<String> names) {
        String shown = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
        int more = names.size() - NAMES_SHOWN;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** Returns {@code (detail)} with a space before it, or nothing if there is no detail. */
    static String parenthesis(String detail) {
        return detail.isBlank() ? "" : " (" + detail + ")";
    }

    /** Returns the text with a period at its end. */
    static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
