package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.PROJECT;
import static io.github.aikidoconnect.internal.plan.Given.PROJECT_ID;
import static io.github.aikidoconnect.internal.plan.Given.URL;
import static io.github.aikidoconnect.internal.plan.Given.entry;
import static io.github.aikidoconnect.internal.plan.Given.git;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static io.github.aikidoconnect.internal.plan.Given.listed;
import static io.github.aikidoconnect.internal.plan.Given.onGitHub;
import static io.github.aikidoconnect.internal.plan.Given.only;
import static io.github.aikidoconnect.internal.plan.Given.plan;
import static io.github.aikidoconnect.internal.plan.Given.pruned;
import static io.github.aikidoconnect.internal.plan.Given.tfvc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.RepositoryState;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
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

    @Nested
    class TheSameRepository {

        @Test
        void isTheOneWithTheGuidWhateverItsCase() {
            CodeRepository entry = entry(9, "web", true, guid(1).toUpperCase(Locale.ROOT), null);
            assertThat(only(plan(List.of(git(1, "web")), List.of(entry))).action())
                    .isEqualTo(Action.NONE);
        }

        @Test
        void isTheOneWithTheGuidAndNotTheOneWithTheAddress() {
            CodeRepository byGuid = entry(8, "old-name", false, guid(1), URL + "old-name");
            CodeRepository byAddress = entry(9, "web", false, null, URL + "web");
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(byAddress, byGuid)));
            assertThat(plan.aikido()).contains(byGuid);
        }

        @Test
        void isNotTheOneWithTheAddressIfThatHasAnotherGuid() {
            Plan plan = plan(List.of(git(1, "web")), List.of(entry(9, "web", true, guid(2), URL + "web")));
            assertThat(plan.repositories())
                    .extracting(RepositoryPlan::action)
                    .as("deleted and made anew under its old name")
                    .containsExactly(Action.WAIT, Action.DEACTIVATE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://dev.azure.com/contoso/Shop%20Front/_git/web",
                    "https://dev.azure.com/Contoso/shop%20front/_git/WEB",
                    "https://dev.azure.com/contoso/Shop Front/_git/web",
                    "https://contoso@dev.azure.com/contoso/Shop%20Front/_git/web",
                    "https://dev.azure.com/contoso/Shop%20Front/_git/web/",
                    "https://contoso.visualstudio.com/Shop%20Front/_git/web",
                    "https://contoso.visualstudio.com/DefaultCollection/Shop%20Front/_git/web",
                    "git@ssh.dev.azure.com:v3/contoso/Shop%20Front/web",
                    "https://dev.azure.com/contoso/0B8F4A52-6a1d-4a58-9c53-2f0de1c4a701/_git/web",
                    "https://dev.azure.com/contoso/Shop%20Front/_git/00000001-1c8e-4a7e-9d55-6f7a8b9c0abc"
                })
        void isTheOneWithTheAddressHoweverItIsWrittenWhereThereIsNoGuid(String url) {
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(entry(9, "web", true, null, url))));
            assertThat(plan.action()).isEqualTo(Action.NONE);
        }

        @Test
        void isTheOneWithTheAddressHoweverAnUmlautIsWritten() {
            String name = "Zahlungs Übersicht";
            for (String written : List.of(
                    "Zahlungs%20%C3%9Cbersicht",
                    "Zahlungs%20U%CC%88bersicht",
                    "zahlungs%20%c3%bcbersicht",
                    Normalizer.normalize(name, Normalizer.Form.NFD))) {
                assertThat(only(plan(List.of(git(1, name)), List.of(entry(9, "x", true, null, URL + written))))
                                .action())
                        .as(written)
                        .isEqualTo(Action.NONE);
            }
            AzureRepository decomposed = git(1, Normalizer.normalize(name, Normalizer.Form.NFD));
            assertThat(only(plan(
                                    List.of(decomposed),
                                    List.of(entry(9, "x", true, null, URL + "Zahlungs%20%C3%9Cbersicht"))))
                            .action())
                    .isEqualTo(Action.NONE);
        }

        @Test
        void staysTheSameWhenItWasRenamed() {
            CodeRepository old = entry(9, "old", true, guid(1), URL + "old");
            RepositoryPlan plan = only(plan(List.of(git(1, "new")), List.of(old)));
            assertThat(plan.action()).isEqualTo(Action.NONE);
            assertThat(plan.name()).isEqualTo("new");
        }

        @Test
        void staysTheSameWhenItsProjectWasRenamed() {
            CodeRepository old = entry(9, "web", true, guid(1), "https://dev.azure.com/contoso/Old/_git/web");
            assertThat(only(plan(List.of(git(1, "web")), List.of(old))).action())
                    .isEqualTo(Action.NONE);
        }

        @Test
        void isNotTheOneOfThatNameInAnotherProject() {
            CodeRepository payments = entry(9, "web", true, null, "https://dev.azure.com/contoso/Payments/_git/web");
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(payments)));
            assertThat(plan.action()).isEqualTo(Action.WAIT);
        }

        @Test
        void isNotTheOneOfThatNameAtAnotherProvider() {
            CodeRepository github = onGitHub(9, "web", Optional.of(guid(1)), URL + "web");
            assertThat(only(plan(List.of(git(1, "web")), List.of(github))).action())
                    .isEqualTo(Action.WAIT);
        }

        @Test
        void isTheMonitoredOneOfTwoWhateverTheirOrder() {
            CodeRepository off = entry(8, "web", false, guid(1), URL + "web");
            CodeRepository on = entry(9, "web", true, guid(1), URL + "web");
            for (List<CodeRepository> aikido : List.of(List.of(off, on), List.of(on, off))) {
                RepositoryPlan plan = only(plan(List.of(git(1, "web")), aikido));
                assertThat(plan.action()).isEqualTo(Action.NONE);
                assertThat(plan.aikido()).contains(on);
            }
        }

        @Test
        void isNotGoneWhenAikidoMonitorsItTwice() {
            CodeRepository one = entry(8, "web", true, guid(1), URL + "web");
            CodeRepository two = entry(9, "web", true, guid(1), URL + "web");
            CodeRepository withoutGuid = entry(10, "web", true, null, URL + "web");
            RepositoryPlan plan = only(plan(List.of(git(1, "web")), List.of(one, two, withoutGuid)));
            assertThat(plan.action()).isEqualTo(Action.NONE);
        }
    }

    @Nested
    class Tfvc {

        @Test
        void isFoundByTheProjectsId() {
            CodeRepository entry = entry(9, "anything", true, PROJECT_ID.toUpperCase(Locale.ROOT), null);
            assertThat(only(plan(List.of(tfvc()), List.of(entry))).action()).isEqualTo(Action.NONE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://dev.azure.com/contoso/Shop%20Front/_versionControl",
                    "https://dev.azure.com/contoso/shop%20front/_versioncontrol/",
                    "https://dev.azure.com/contoso/Shop%20Front/_versionControl?path=$/Shop%20Front",
                    "https://contoso.visualstudio.com/Shop%20Front/_versionControl",
                    "https://contoso.visualstudio.com/DefaultCollection/Shop%20Front/_versionControl",
                    "https://dev.azure.com/contoso/0b8f4a52-6a1d-4a58-9c53-2f0de1c4a701/_versionControl",
                    "https://dev.azure.com/contoso/Shop%20Front"
                })
        void isFoundByItsAddress(String url) {
            CodeRepository entry = entry(9, "anything", false, null, url);
            assertThat(only(plan(List.of(tfvc()), List.of(entry))).action()).isEqualTo(Action.ACTIVATE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"$/Shop Front", "$/shop front", "Shop Front", "SHOP FRONT"})
        void isFoundByTheNameOfItsRootOrItsProject(String name) {
            CodeRepository entry = entry(9, name, false, null, null);
            assertThat(only(plan(List.of(tfvc()), List.of(entry))).action()).isEqualTo(Action.ACTIVATE);
        }

        @Test
        void isNotTheGitRepositoryOfItsProjectsName() {
            AzureRepository git = git(1, "Shop Front");
            for (CodeRepository entry : List.of(
                    listed(1, "Shop Front", true),
                    entry(1, "Shop Front", true, guid(1), null),
                    entry(1, "Shop Front", true, null, URL + "Shop%20Front"),
                    entry(1, "Shop Front", true, null, "https://dev.azure.com/contoso/_git/Shop%20Front"))) {
                Plan plan = plan(List.of(tfvc(), git), List.of(entry));
                assertThat(plan.repositories())
                        .as(entry.toString())
                        .extracting(RepositoryPlan::action)
                        .containsExactly(Action.NONE, Action.SKIP);
            }
        }

        @Test
        void isNotAGitRepositoryOfItsProjectsNameThatIsGone() {
            CodeRepository gone = entry(9, "Shop Front", true, guid(7), null);
            RepositoryPlan tfvc =
                    plan(List.of(tfvc()), List.of(gone)).repositories().get(0);
            assertThat(tfvc.action()).isEqualTo(Action.SKIP);
        }

        @Test
        void isNotTheOneOfAnotherProject() {
            for (CodeRepository other : List.of(
                    entry(9, "Shop Front", true, null, "https://dev.azure.com/contoso/Payments/_versionControl"),
                    entry(
                            9,
                            "Shop Front",
                            true,
                            null,
                            "https://dev.azure.com/contoso/Shop%20Front%202/_versionControl"),
                    entry(9, "$/Payments", true, null, null),
                    entry(9, "x", true, null, "https://dev.azure.com/fabrikam/Shop%20Front/_versionControl"))) {
                assertThat(only(plan(List.of(tfvc()), List.of(other))).action())
                        .as(other.toString())
                        .isEqualTo(Action.SKIP);
            }
        }

        @Test
        void thatAikidoDoesNotListIsNeitherWaitedForNorDrift() {
            Plan plan = plan(List.of(tfvc()), List.of());
            assertThat(only(plan).action()).isEqualTo(Action.SKIP);
            assertThat(only(plan).reason())
                    .isEqualTo("Aikido does not list this TFVC repository; add it once in Aikido's web page.");
            assertThat(plan.drift()).isEmpty();
            assertThat(plan.unlistedTfvc()).contains(only(plan));
        }

        @Test
        void thatIsExcludedIsNoReasonForAWarning() {
            Plan plan = new Planner(PROJECT, Selection.of(List.of(), List.of("$/*")), false, 20)
                    .plan(List.of(tfvc()), List.of());
            assertThat(plan.unlistedTfvc()).isEmpty();
        }
    }

    @Nested
    class Pruning {

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
                    .isEqualTo(
                            "It no longer exists in Azure DevOps, or the token cannot see it, but Aikido monitors it.");
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
            assertThat(pruned(100, List.of("*"), List.of(), others).repositories())
                    .isEmpty();
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

    private static List<AzureRepository> repositories(int count) {
        return IntStream.range(0, count).mapToObj(i -> git(i, "r" + i)).toList();
    }
}
