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

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The TFVC repository of a project. */
class TfvcPlanTest {

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
                entry(9, "Shop Front", true, null, "https://dev.azure.com/contoso/Shop%20Front%202/_versionControl"),
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
