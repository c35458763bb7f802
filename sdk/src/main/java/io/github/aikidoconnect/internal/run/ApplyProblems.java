package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.ConnectRequest;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.apply.Applied;
import io.github.aikidoconnect.internal.plan.RepositoryPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what went wrong while a plan was carried out: one problem for each cause, not one for each repository. */
final class ApplyProblems {

    private final ProblemTexts wording;
    private final ConnectRequest request;

    ApplyProblems(ProblemTexts wording, ConnectRequest request) {
        this.wording = wording;
        this.request = request;
    }

    List<Problem> problems(Applied applied) {
        List<Problem> problems = new ArrayList<>();
        applied.handoverFailure()
                .map(failure -> failure.kind() == AikidoException.Kind.REFUSED
                        ? wording.handoverRefused(failure)
                        : wording.aikido(failure))
                .ifPresent(problems::add);
        applied.importFailure().map(wording::aikido).ifPresent(problems::add);
        applied.pollFailure().map(wording::aikido).ifPresent(problems::add);
        if (!applied.notArrived().isEmpty()) {
            problems.add(wording.notArrived(names(applied.notArrived()), request.syncTimeout()));
        }
        byKind(applied.failures())
                .forEach((failure, repositories) -> problems.add(
                        switch (failure.kind()) {
                            case NOT_FOUND, REFUSED -> wording.failed(names(repositories), failure);
                            default -> wording.aikido(failure);
                        }));
        if (!applied.contradicted().isEmpty()) {
            problems.add(wording.contradicted(names(applied.contradicted())));
        }
        applied.verificationFailure().map(wording::notVerified).ifPresent(problems::add);
        byKind(applied.scanFailures())
                .forEach((failure, repositories) -> problems.add(wording.scansFailed(names(repositories), failure)));
        // One missing scope stops the import and the activations alike.
        return problems.stream().distinct().toList();
    }

    /** Groups by cause; the first failure of a kind speaks for the others. */
    private static Map<AikidoException, List<RepositoryPlan>> byKind(Map<RepositoryPlan, AikidoException> failures) {
        Map<AikidoException.Kind, AikidoException> first = new LinkedHashMap<>();
        Map<AikidoException, List<RepositoryPlan>> grouped = new LinkedHashMap<>();
        failures.forEach((repository, failure) -> {
            AikidoException speaker = first.computeIfAbsent(failure.kind(), kind -> failure);
            grouped.computeIfAbsent(speaker, kind -> new ArrayList<>()).add(repository);
        });
        return grouped;
    }

    private static List<String> names(List<RepositoryPlan> repositories) {
        return repositories.stream().map(RepositoryPlan::name).toList();
    }
}
