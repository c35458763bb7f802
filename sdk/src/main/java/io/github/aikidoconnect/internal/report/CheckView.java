package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.Check;
import io.github.aikidoconnect.CheckStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check of a report. Equal checks of several projects are one, because a token has the same scopes in all of them.
 *
 * @param check the check
 * @param projects the names of the projects with this check
 */
public record CheckView(Check check, List<String> projects) {

    static List<CheckView> grouped(List<ProjectView> projects) {
        Map<Check, List<String>> found = new LinkedHashMap<>();
        for (ProjectView project : projects) {
            for (Check check : project.report().checks()) {
                found.computeIfAbsent(check, first -> new ArrayList<>()).add(project.name());
            }
        }
        return found.entrySet().stream()
                .map(entry -> new CheckView(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the status of the check. */
    public CheckStatus status() {
        return check.status();
    }
}
