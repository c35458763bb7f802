package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.URL;
import static io.github.aikidoconnect.internal.plan.Given.entry;
import static io.github.aikidoconnect.internal.plan.Given.git;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static io.github.aikidoconnect.internal.plan.Given.onGitHub;
import static io.github.aikidoconnect.internal.plan.Given.only;
import static io.github.aikidoconnect.internal.plan.Given.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Action;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entry of Aikido stands for which repository of Azure DevOps. */
class SameRepositoryTest {

    @Test
    void isTheOneWithTheGuidWhateverItsCase() {
        CodeRepository entry = entry(9, "web", true, guid(1).toUpperCase(Locale.ROOT), null);
        assertThat(only(plan(List.of(git(1, "web")), List.of(entry))).action()).isEqualTo(Action.NONE);
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
        assertThat(only(plan(List.of(git(1, "web")), List.of(old))).action()).isEqualTo(Action.NONE);
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
        assertThat(only(plan(List.of(git(1, "web")), List.of(github))).action()).isEqualTo(Action.WAIT);
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
