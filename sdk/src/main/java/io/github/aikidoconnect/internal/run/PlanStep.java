package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.internal.aikido.AikidoFindings;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureDevOps;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.internal.plan.Freshness;
import io.github.aikidoconnect.internal.plan.Plan;
import io.github.aikidoconnect.internal.plan.PlanRules;
import io.github.aikidoconnect.internal.plan.Planner;
import io.github.aikidoconnect.internal.plan.ProjectAddress;
import java.util.List;
import java.util.Optional;

/** The third step of a run: compares the project with its workspace. */
final class PlanStep {

    private final RunContext context;
    private final ProjectFindings found;
    private final Optional<List<CodeRepository>> aikido;
    private final Freshness freshness;

    PlanStep(RunContext context, ProjectFindings found, AikidoFindings workspace, Freshness freshness) {
        this.context = context;
        this.found = found;
        this.aikido = workspace.repositories();
        this.freshness = freshness;
    }

    /** Returns the plan, empty if one of the two lists could not be read. */
    Optional<Plan> plan() {
        Optional<List<AzureRepository>> azure = found.listed();
        if (found.address().isEmpty() || azure.isEmpty() || aikido.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(planner(found.address().get()).plan(azure.get(), aikido.get()));
    }

    /** Returns the review of a plan that prunes, empty for any other plan. */
    Optional<PruneReview> review(Plan plan, AzureDevOps azure) {
        if (!context.prunes() || !found.token().listsEverything()) {
            return Optional.empty();
        }
        return Optional.of(new PruneReview(
                azure,
                found.project().orElseThrow(),
                planner(found.address().orElseThrow()),
                context.texts().azure(),
                new PruneReview.Lists(plan, found.repositories(), aikido.orElseThrow())));
    }

    private Planner planner(ProjectAddress address) {
        Planner planner = new Planner(
                address,
                new PlanRules(
                        context.validated().selection(),
                        context.prunes(),
                        context.request().pruneLimit(),
                        context.request().reactivate(),
                        freshness));
        return found.token().listsEverything() ? planner : planner.forIncompleteList();
    }
}
