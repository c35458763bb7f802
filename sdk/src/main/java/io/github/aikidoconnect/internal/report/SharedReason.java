package io.github.aikidoconnect.internal.report;

import io.github.aikidoconnect.CheckStatus;
import io.github.aikidoconnect.ProjectReport;
import io.github.aikidoconnect.RepositoryReport;
import io.github.aikidoconnect.Result;
import java.util.List;
import java.util.Optional;

/** A verdict kept the run from making a plan, so that every repository of a project has the same reason. */
public final class SharedReason {

    private SharedReason() {}

    /** Returns that reason; nothing where there was a plan, or where no repository is known. Not for a list. */
    public static Optional<String> reason(ProjectReport project) {
        boolean kept = project.checks().stream()
                .anyMatch(check -> check.status() == CheckStatus.FAILED || check.status() == CheckStatus.UNKNOWN);
        boolean planned = project.repositories().stream().anyMatch(repository -> repository.result() != Result.SKIPPED);
        List<String> reasons = project.repositories().stream()
                .map(RepositoryReport::reason)
                .distinct()
                .limit(2)
                .toList();
        return kept && !planned && reasons.size() == 1 ? Optional.of(reasons.get(0)) : Optional.empty();
    }
}
