package io.github.aikidoconnect.location;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Names, ids and globs of projects. */
public final class ProjectPatterns {

    private final List<Pattern> patterns = new ArrayList<>();

    private record Pattern(String text, boolean glob, Glob parsed) {

        boolean means(String name, String id) {
            return glob ? parsed.matches(name) : isNamed(text, name, id);
        }
    }

    /**
     * Parses the patterns.
     *
     * @throws IllegalArgumentException if one is invalid; the message names it and the fault
     */
    public ProjectPatterns(List<String> namesIdsAndGlobs) {
        for (String text : namesIdsAndGlobs) {
            try {
                patterns.add(new Pattern(text.strip(), isGlob(text), Glob.parse(text)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + text + "\" is not a valid glob: " + e.getMessage(), e);
            }
        }
    }

    /** Returns whether a text is a glob. No name of a project contains such a character. */
    public static boolean isGlob(String text) {
        return text.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
    }

    /** Returns whether a text is the name or the id of a project, case-insensitive. */
    public static boolean isNamed(String text, String name, String id) {
        return AzureNames.fold(text.strip()).equals(AzureNames.fold(name))
                || text.strip().equalsIgnoreCase(id);
    }

    /** Returns the indexes of the patterns that match a project. */
    public List<Integer> meaning(String name, String id) {
        return IntStream.range(0, patterns.size())
                .filter(place -> patterns.get(place).means(name, id))
                .boxed()
                .toList();
    }
}
