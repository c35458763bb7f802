package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.location.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Selects repositories: those that an include matches (all if there are no includes) and no exclude matches. */
public final class Selection {

    private final List<Pattern> includes;
    private final List<Pattern> excludes;

    private record Pattern(String text, Glob glob) {

        boolean matches(String name) {
            return glob.matches(name);
        }
    }

    private Selection(List<Pattern> includes, List<Pattern> excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * Reads the globs.
     *
     * @throws IllegalArgumentException if one is invalid; the message names it and the fault
     */
    public static Selection of(List<String> includes, List<String> excludes) {
        return new Selection(parse(includes), parse(excludes));
    }

    private static List<Pattern> parse(List<String> texts) {
        List<Pattern> globs = new ArrayList<>();
        for (String text : texts) {
            try {
                globs.add(new Pattern(text, Glob.parse(text)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + text + "\" is not a valid glob: " + e.getMessage(), e);
            }
        }
        return List.copyOf(globs);
    }

    /** Returns whether a repository with that name is selected. */
    public boolean selects(String name) {
        boolean included = includes.isEmpty() || includes.stream().anyMatch(pattern -> pattern.matches(name));
        return included && !excludes(name);
    }

    /** Returns whether an exclude matches, for the reason in the report. */
    boolean excludes(String name) {
        return excludes.stream().anyMatch(pattern -> pattern.matches(name));
    }

    /**
     * Returns whether each pattern matches any repository.
     *
     * @param names the names of all repositories
     * @return the patterns in their order, in the form for messages: {@code include "web-*"}
     */
    public Map<String, Boolean> use(Collection<String> names) {
        Map<String, Boolean> use = new LinkedHashMap<>();
        includes.forEach(pattern ->
                use.put("include \"" + pattern.text() + "\"", names.stream().anyMatch(pattern::matches)));
        excludes.forEach(pattern ->
                use.put("exclude \"" + pattern.text() + "\"", names.stream().anyMatch(pattern::matches)));
        return use;
    }
}
