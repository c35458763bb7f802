package io.github.aikidoconnect.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds environment variables whose names resemble those that a goal reads. They cause a warning and not a failure,
 * because they may belong to another tool.
 */
final class VariableNames {

    /** Allows two mistakes, or a part that other tools leave out, as in {@code AZURE_DEVOPS_PAT}. */
    private static final int MOST = 3;

    private static final Pattern OURS = Pattern.compile("(?i)(AIKIDO|AZURE_?DEVOPS)_?.*");

    private VariableNames() {}

    /**
     * Returns a sentence for each name that may be a mistake. It contains no values.
     *
     * @param read the names that the goal reads
     * @param set the names that are set
     */
    static List<String> warnings(Set<String> read, Set<String> set) {
        List<String> warnings = new ArrayList<>();
        List<String> missing = read.stream().filter(name -> !set.contains(name)).toList();
        for (String name : new TreeSet<>(set)) {
            if (!read.contains(name) && OURS.matcher(name).matches()) {
                EditDistance.nearest(name, missing, MOST)
                        .ifPresent(meant -> warnings.add("The environment variable " + name + " is not read, and "
                                + meant + " is not set. If it contains that value, rename it."));
            }
        }
        return warnings;
    }
}
