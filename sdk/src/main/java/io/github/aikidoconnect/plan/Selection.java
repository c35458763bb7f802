package io.github.aikidoconnect.plan;

import java.util.ArrayList;
import java.util.List;

/** Which repositories are meant: those that an include matches, all where there is none, and no exclude. */
public final class Selection {

    private final List<Glob> includes;
    private final List<Glob> excludes;

    private Selection(List<Glob> includes, List<Glob> excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * Reads the globs.
     *
     * @throws IllegalArgumentException if one is invalid; the message names it and says why
     */
    public static Selection of(List<String> includes, List<String> excludes) {
        return new Selection(parse(includes), parse(excludes));
    }

    private static List<Glob> parse(List<String> texts) {
        List<Glob> globs = new ArrayList<>();
        for (String text : texts) {
            try {
                globs.add(Glob.parse(text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + text + "\" is no valid glob: " + e.getMessage(), e);
            }
        }
        return List.copyOf(globs);
    }

    /** Returns whether a repository of that name is meant. */
    public boolean selects(String name) {
        boolean included = includes.isEmpty() || includes.stream().anyMatch(glob -> glob.matches(name));
        return included && !excludes(name);
    }

    /** Returns whether an exclude matches, for the reason that a report gives. */
    boolean excludes(String name) {
        return excludes.stream().anyMatch(glob -> glob.matches(name));
    }
}
