package io.github.aikidoconnect.internal.report.html;

import io.github.aikidoconnect.internal.report.OrganizationView;
import io.github.aikidoconnect.internal.report.ReportView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of several organizations. The problems, checks and repositories of all of them are in the sections of the page.
 *
 * @param anchor the id of its heading
 * @param counts the numbers of its projects and problems in words
 */
record Organization(
        String anchor,
        String name,
        Badge outcome,
        String counts,
        @Nullable Projects projects) {

    static List<Organization> of(ReportView view) {
        List<Organization> parts = new ArrayList<>();
        for (OrganizationView each : view.organizations()) {
            ReportView part = each.view();
            parts.add(new Organization(
                    "organization-" + (parts.size() + 1),
                    each.name(),
                    Badge.of(part.report().outcome()),
                    each.counts(),
                    part.hasProjects() ? Projects.of(part) : null));
        }
        return parts;
    }
}
