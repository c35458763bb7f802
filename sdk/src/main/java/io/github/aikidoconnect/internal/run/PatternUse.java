package io.github.aikidoconnect.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which includes and excludes match a repository of any project of a run. One that is given for all projects need not
 * match in each.
 */
final class PatternUse {

    private final Map<String, String> firstProjects = new LinkedHashMap<>();
    private final Map<String, Boolean> matched = new LinkedHashMap<>();

    /** Notes whether the patterns of a project match any of its repositories. */
    synchronized void note(String project, Map<String, Boolean> use) {
        use.forEach((pattern, matches) -> {
            // Projects are read side by side: the name decides, so that two runs say the same.
            firstProjects.merge(pattern, project, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            matched.merge(pattern, matches, Boolean::logicalOr);
        });
    }

    /** Returns the patterns that match nowhere, each with one project for which it is given. */
    synchronized Map<String, List<String>> unmatchedByProject() {
        Map<String, List<String>> unmatched = new LinkedHashMap<>();
        matched.forEach((pattern, matches) -> {
            if (!matches) {
                unmatched
                        .computeIfAbsent(firstProjects.get(pattern), first -> new ArrayList<>())
                        .add(pattern);
            }
        });
        return unmatched;
    }
}
