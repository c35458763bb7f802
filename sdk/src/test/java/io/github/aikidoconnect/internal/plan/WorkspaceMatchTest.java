package io.github.aikidoconnect.internal.plan;

import static io.github.aikidoconnect.internal.plan.Given.PROJECT;
import static io.github.aikidoconnect.internal.plan.Given.URL;
import static io.github.aikidoconnect.internal.plan.Given.entry;
import static io.github.aikidoconnect.internal.plan.Given.git;
import static io.github.aikidoconnect.internal.plan.Given.guid;
import static io.github.aikidoconnect.internal.plan.Given.onGitHub;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.plan.WorkspaceMatch.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkspaceMatchTest {

    private static final String PAYMENTS = "https://dev.azure.com/contoso/Payments/_git/pay";

    @Test
    void acceptsAWorkspaceOfTheOrganization() {
        assertThat(compare("azure_devops", "contoso", entry(1, "web", true, guid(1), URL + "web")))
                .isEqualTo(new Finding.Fits());
    }

    @Test
    void acceptsNamesInAnotherCase() {
        assertThat(compare(
                        "Azure_DevOps",
                        " CONTOSO ",
                        entry(1, "web", true, guid(9), URL.toUpperCase(Locale.ROOT) + "web")))
                .isEqualTo(new Finding.Fits());
    }

    @Test
    void refusesAnotherProvider() {
        assertThat(compare("github", "contoso")).isEqualTo(new Finding.OtherProvider("github"));
    }

    @Test
    void refusesAnotherOrganization() {
        assertThat(compare("azure_devops", "fabrikam")).isEqualTo(new Finding.OtherOrganization("fabrikam"));
    }

    @Test
    void takesAMissingOrganizationForUntold() {
        assertThat(compare(null, null)).isEqualTo(new Finding.OrganizationUnknown());
    }

    @Test
    void refusesAWorkspaceThatMonitorsOtherProjectsAndNamesThem() {
        assertThat(compare(
                        "azure_devops",
                        "contoso",
                        entry(1, "pay", true, guid(9), PAYMENTS),
                        entry(2, "x", true, null, "https://fabrikam.visualstudio.com/Tools/_git/x")))
                .isEqualTo(new Finding.OtherProjects(Set.of("contoso/payments", "fabrikam/tools")));
    }

    @Test
    void doesNotMindWhatIsListedAndNotMonitored() {
        assertThat(compare("azure_devops", "contoso", entry(1, "pay", false, guid(9), PAYMENTS)))
                .isEqualTo(new Finding.Fits());
    }

    @Test
    void knowsThisProjectsRepositoriesUnderTheProjectsOldName() {
        CodeRepository renamed = entry(1, "web", true, guid(1), "https://dev.azure.com/contoso/Old/_git/web");
        assertThat(compare("azure_devops", "contoso", renamed)).isEqualTo(new Finding.Fits());
    }

    @Test
    void knowsTheProjectByItsIdInAnAddress() {
        CodeRepository byId =
                entry(1, "x", true, null, "https://dev.azure.com/contoso/" + Given.PROJECT_ID + "/_git/x");
        assertThat(compare("azure_devops", "contoso", byId)).isEqualTo(new Finding.Fits());
    }

    @Test
    void doesNotJudgeWhatHasNoAddressOrIsElsewhere() {
        assertThat(compare(
                        "azure_devops",
                        "contoso",
                        entry(1, "x", true, null, null),
                        onGitHub(2, "y", Optional.empty(), PAYMENTS)))
                .isEqualTo(new Finding.Fits());
    }

    private static Finding compare(@Nullable String provider, @Nullable String organization, CodeRepository... listed) {
        Workspace workspace =
                new Workspace(1, "Shop", Optional.ofNullable(provider), Optional.ofNullable(organization));
        return WorkspaceMatch.compare(workspace, PROJECT, List.of(git(1, "web")), List.of(listed));
    }
}
