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

/** Reports what went wrong while a plan was carried out, with one problem for each cause. */
record ApplyProblems(ProblemTexts texts, ConnectRequest request) {

    List<Problem> problems(Applied applied) {
        List<Problem> problems = new ArrayList<>();
        applied.handoverFailure()
                .map(failure -> failure.kind() == AikidoException.Kind.REFUSED
                        ? texts.aikido().handoverRefused(failure)
                        : texts.aikido().of(failure))
                .ifPresent(problems::add);
        applied.importFailure().map(texts.aikido()::of).ifPresent(problems::add);
        applied.pollFailure().map(texts.aikido()::of).ifPresent(problems::add);
        if (!applied.notArrived().isEmpty()) {
            problems.add(texts.aikido().notArrived(names(applied.notArrived()), request.syncTimeout()));
        }
        byKind(applied.failures())
                .forEach((failure, repositories) -> problems.add(
                        switch (failure.kind()) {
                            case NOT_FOUND, REFUSED -> texts.aikido().failed(names(repositories), failure);
                            default -> texts.aikido().of(failure);
                        }));
        if (!applied.contradicted().isEmpty()) {
            problems.add(texts.aikido().contradicted(names(applied.contradicted())));
        }
        applied.verificationFailure().map(texts.aikido()::notVerified).ifPresent(problems::add);
        byKind(applied.scanFailures())
                .forEach((failure, repositories) ->
                        problems.add(texts.aikido().scansFailed(names(repositories), failure)));
        // One missing scope stops both the import and the activations.
        return problems.stream().distinct().toList();
    }

    /** Groups the failures by their kind, under the first failure of each kind. */
    static Map<AikidoException, List<RepositoryPlan>> byKind(Map<RepositoryPlan, AikidoException> failures) {
        Map<AikidoException.Kind, AikidoException> firsts = new LinkedHashMap<>();
        Map<AikidoException, List<RepositoryPlan>> grouped = new LinkedHashMap<>();
        failures.forEach((repository, failure) -> {
            AikidoException first = firsts.computeIfAbsent(failure.kind(), kind -> failure);
            grouped.computeIfAbsent(first, kind -> new ArrayList<>()).add(repository);
        });
        return grouped;
    }

    static List<String> names(List<RepositoryPlan> repositories) {
        return repositories.stream().map(RepositoryPlan::name).toList();
    }
}
