package io.github.aikidoconnect.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The includes and excludes of a run, and whether each matches a repository in any project. A pattern that applies to all
 * projects need not match in each.
 */
final class PatternUse {

    private final Map<String, String> firstProjects = new LinkedHashMap<>();
    private final Map<String, Boolean> matched = new LinkedHashMap<>();

    /** Notes whether the patterns of a project match any of its repositories. */
    synchronized void note(String project, Map<String, Boolean> use) {
        use.forEach((pattern, matches) -> {
            // The order in which projects are read varies, so the first name in alphabetical order is kept.
            firstProjects.merge(pattern, project, (one, other) -> one.compareTo(other) <= 0 ? one : other);
            matched.merge(pattern, matches, Boolean::logicalOr);
        });
    }

    /** Returns the patterns that match no repository, each under one project that it applies to. */
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
