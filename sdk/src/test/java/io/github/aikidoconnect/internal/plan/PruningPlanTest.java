package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.PROJECT;
import static io.github.aikidoconnect.internal.plan.Given.URL;
import static io.github.aikidoconnect.internal.plan.Given.entry;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static io.github.aikidoconnect.internal.plan.Given.listed;
import static io.github.aikidoconnect.internal.plan.Given.onGitHub;
import static io.github.aikidoconnect.internal.plan.Given.plan;
import static io.github.aikidoconnect.internal.plan.Given.pruned;
import static io.github.aikidoconnect.internal.plan.Given.repositories;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stale, and when a plan deactivates it. */
class PruningPlanTest {

    private final List<AzureRepository> azure = repositories(10);
    private final List<CodeRepository> aikido =
            IntStream.range(0, 10).mapToObj(i -> listed(i, "r" + i, true)).toList();

    @Test
    void isOffUnlessAskedFor() {
        Plan plan = new Planner(PROJECT, Selection.of(List.of(), List.of("r1")), false, 20).plan(azure, aikido);
        assertThat(plan.pruning()).isEqualTo(Plan.Pruning.OFF);
        assertThat(plan.stale()).extracting(RepositoryPlan::name).containsExactly("r1");
        assertThat(plan.stale()).noneMatch(plan::changes);
    }

    @Test
    void takesAwayAsMuchAsTheLimitAllows() {
        Plan plan = pruned(20, List.of("r1", "r2"), azure, aikido);
        assertThat(plan.pruning()).isEqualTo(Plan.Pruning.ON);
        assertThat(plan.stale()).hasSize(2).allMatch(plan::changes);
    }

    @Test
    void isRefusedAsAWholeAboveTheLimit() {
        Plan plan = pruned(20, List.of("r1", "r2", "r3"), azure, aikido);
        assertThat(plan.pruning()).isEqualTo(Plan.Pruning.REFUSED);
        assertThat(plan.stale()).hasSize(3).noneMatch(plan::changes);
        assertThat(plan.monitored()).isEqualTo(10);
    }

    @Test
    void isRefusedWhenATokenSeesNothingAnyMore() {
        assertThat(pruned(20, List.of(), List.of(), aikido).pruning()).isEqualTo(Plan.Pruning.REFUSED);
    }

    @Test
    void mayTakeAwayEverythingAtAHundredPercentAndNothingAtZero() {
        assertThat(pruned(100, List.of("*"), azure, aikido).pruning()).isEqualTo(Plan.Pruning.ON);
        assertThat(pruned(0, List.of("r1"), azure, aikido).pruning()).isEqualTo(Plan.Pruning.REFUSED);
        assertThat(pruned(0, List.of(), azure, aikido).pruning()).isEqualTo(Plan.Pruning.ON);
    }

    @Test
    void takesAwayWhatIsGoneFromTheProject() {
        Plan plan = pruned(20, List.of(), azure.subList(0, 9), aikido);
        assertThat(plan.stale()).extracting(RepositoryPlan::name).containsExactly("r9");
        assertThat(plan.stale().get(0).reason())
                .isEqualTo("It no longer exists in Azure DevOps, or the token cannot see it, but Aikido monitors it.");
    }

    @Test
    void leavesAloneWhatIsGoneAndNotMonitored() {
        Plan plan = pruned(100, List.of(), List.of(), List.of(listed(1, "web", false)));
        assertThat(plan.repositories()).isEmpty();
    }

    @Test
    void neverTouchesAnotherProject() {
        List<CodeRepository> others = List.of(
                entry(1, "a", true, guid(101), "https://dev.azure.com/contoso/Payments/_git/a"),
                entry(2, "b", true, guid(102), "https://dev.azure.com/fabrikam/Shop%20Front/_git/b"),
                entry(3, "c", true, guid(103), "https://dev.azure.com/contoso/Shop%20Front%202/_git/c"),
                entry(4, "d", true, null, null),
                onGitHub(5, "e", Optional.empty(), URL + "e"));
        assertThat(pruned(100, List.of("*"), List.of(), others).repositories()).isEmpty();
    }
}
