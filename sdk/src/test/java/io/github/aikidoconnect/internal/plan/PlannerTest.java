package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.PROJECT;
import static io.github.aikidoconnect.internal.plan.Given.PROJECT_ID;
import static io.github.aikidoconnect.internal.plan.Given.URL;
import static io.github.aikidoconnect.internal.plan.Given.entry;
import static io.github.aikidoconnect.internal.plan.Given.git;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static io.github.aikidoconnect.internal.plan.Given.listed;
import static io.github.aikidoconnect.internal.plan.Given.only;
import static io.github.aikidoconnect.internal.plan.Given.plan;
import static io.github.aikidoconnect.internal.plan.Given.tfvc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {

    @Nested
    class Actions {

        @Test
        void activatesWhatAikidoListsAndDoesNotMonitor() {
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(listed(1, "web", false))));
            assertThat(plan.action()).isEqualTo(Action.ACTIVATE);
            assertThat(plan.reason()).isEqualTo("Aikido lists it but does not monitor it.");
            assertThat(plan.drift()).isTrue();
        }

        @Test
        void leavesAloneWhatWasSwitchedOffAfterAScanTfvcToo() {
            CodeRepository git = listed(1, "web", false).withLastScan(Given.SCANNED);
            CodeRepository tfvc =
                    entry(2, "$/Shop Front", false, PROJECT_ID, null).withLastScan(Given.SCANNED);
            assertThat(plan(List.of(git(1, "web"), tfvc()), List.of(git, tfvc)).repositories())
                    .extracting(RepositoryPlan::action, RepositoryPlan::isSwitchedOff, RepositoryPlan::drift)
                    .containsExactly(tuple(Action.SKIP, true, false), tuple(Action.SKIP, true, false));
        }

        @Test
        void leavesAloneWhatIsMonitored() {
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(listed(1, "web", true))));
            assertThat(plan.action()).isEqualTo(Action.NONE);
            assertThat(plan.reason()).isEqualTo("Aikido monitors it.");
            assertThat(plan.drift()).isFalse();
        }

        @Test
        void waitsForWhatAikidoDoesNotList() {
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of()));
            assertThat(plan.action()).isEqualTo(Action.WAIT);
            assertThat(plan.reason()).isEqualTo("Aikido does not list it yet.");
            assertThat(plan.drift()).isTrue();
        }

        @Test
        void leavesOutADisabledRepositoryWhetherListedOrNot() {
            AzureRepository disabled = git(1, "web", RepositoryState.DISABLED);
            for (List<CodeRepository> aikido : List.of(List.<CodeRepository>of(), List.of(listed(1, "web", false)))) {
                RepositoryPlan plan = only(plan(List.of(disabled), aikido));
                assertThat(plan.action()).isEqualTo(Action.SKIP);
                assertThat(plan.reason()).isEqualTo("It is disabled in Azure DevOps, so Aikido cannot read it.");
                assertThat(plan.drift()).isFalse();
            }
        }

        @Test
        void saysOfAMonitoredRepositoryThatItIsDisabled() {
            RepositoryPlan plan =
                    only(plan(List.of(git(1, "web", RepositoryState.DISABLED)), List.of(listed(1, "web", true))));
            assertThat(plan.action()).isEqualTo(Action.NONE);
            assertThat(plan.reason()).isEqualTo("Aikido monitors it, though it is disabled in Azure DevOps.");
        }

        @Test
        void leavesOutAnEmptyRepositoryUntilItsFirstCommit() {
            RepositoryPlan plan = only(plan(List.of(git(1, "web", RepositoryState.EMPTY)), List.of()));
            assertThat(plan.action()).isEqualTo(Action.SKIP);
            assertThat(plan.reason()).isEqualTo("It is empty: the next run after its first commit registers it.");
            assertThat(plan.drift()).isFalse();
        }

        @Test
        void saysWhetherAnExcludeOrAMissingIncludeLeavesARepositoryOut() {
            Selection selection = Selection.of(List.of("shop-*"), List.of("*-archive"));
            Plan plan = new Planner(PROJECT, selection, false, 20)
                    .plan(List.of(git(1, "shop-web"), git(2, "shop-archive"), git(3, "other")), List.of());
            assertThat(plan.repositories())
                    .extracting(RepositoryPlan::name, RepositoryPlan::action, RepositoryPlan::reason)
                    .containsExactly(
                            tuple("shop-web", Action.WAIT, "Aikido does not list it yet."),
                            tuple("shop-archive", Action.SKIP, "An exclude matches it."),
                            tuple("other", Action.SKIP, "No include matches it."));
        }

        @Test
        void anExcludeWinsOverAnInclude() {
            Selection selection = Selection.of(List.of("web"), List.of("WEB"));
            Plan plan = new Planner(PROJECT, selection, false, 20).plan(List.of(git(1, "web")), List.of());
            assertThat(only(plan).action()).isEqualTo(Action.SKIP);
            assertThat(plan.selectsAny()).isFalse();
        }
    }

    /** Two hundred mixed projects from fixed seeds: whatever the lists hold, nothing is lost and nothing invented. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void givesEveryRepositoryOneActionAndAReason(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            List<AzureRepository> azure = new ArrayList<>();
            List<CodeRepository> aikido = new ArrayList<>();
            int size = random.nextInt(40);
            for (int i = 0; i < size; i++) {
                RepositoryState state = List.of(RepositoryState.values()).get(random.nextInt(3));
                azure.add(git(i, name(i), state));
                if (random.nextBoolean()) {
                    boolean active = random.nextBoolean();
                    @Nullable String id = random.nextInt(4) == 0 ? null : guid(i);
                    aikido.add(entry(1000 + i, name(i), active, id, URL + name(i)));
                }
            }
            if (random.nextBoolean()) {
                azure.add(random.nextInt(size + 1), tfvc());
            }
            aikido.add(entry(5000, "gone", true, guid(9999), URL + "gone"));
            List<String> includes = random.nextBoolean() ? List.of() : List.of("*e*", "$*");
            List<String> excludes = random.nextBoolean() ? List.of() : List.of("*1*");
            Plan plan = new Planner(
                            PROJECT, Selection.of(includes, excludes), random.nextBoolean(), random.nextInt(101))
                    .plan(azure, aikido);

            assertThat(plan.repositories())
                    .extracting(repository -> repository.azure().orElse(null))
                    .filteredOn(repository -> repository != null)
                    .containsExactlyInAnyOrderElementsOf(azure);
            assertThat(plan.repositories())
                    .filteredOn(repository -> repository.azure().isEmpty())
                    .extracting(RepositoryPlan::name)
                    .containsExactly("gone");
            assertThat(plan.repositories()).allSatisfy(repository -> {
                assertThat(repository.action()).isNotNull();
                assertThat(repository.reason()).endsWith(".").hasSizeGreaterThan(5);
            });
            assertThat(plan.repositories().stream().flatMap(repository -> repository.aikido().stream()))
                    .as("no entry stands for two repositories")
                    .doesNotHaveDuplicates();
        }
    }

    private static String name(int number) {
        return "service-" + number;
    }
}
