package io.github.aikidoconnect.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.ConnectReport;
import io.github.aikidoconnect.OrganizationReport;
import io.github.aikidoconnect.OrganizationRequest;
import io.github.aikidoconnect.Secret;
import io.github.aikidoconnect.simulator.Simulator;
import io.github.aikidoconnect.simulator.scenario.ApiClient;
import io.github.aikidoconnect.simulator.scenario.Company;
import io.github.aikidoconnect.simulator.scenario.Organization;
import io.github.aikidoconnect.simulator.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of companies: contoso and fabrikam, each with its own servers and its own token, or both on one server. */
public final class Groups {

    public static final String FABRIKAM = "fabrikam";

    /** It has the shape of a personal access token. */
    public static final String FABRIKAM_TOKEN = "fabrikamTokenNotASecret" + "x".repeat(53) + "AZDOFAKE";

    /** What the clients of fabrikam's workspaces have at their end. */
    private static final String END = "-of-fabrikam";

    private Groups() {}

    /** The company fabrikam, whose server accepts its own token only. */
    public static Scenario fabrikam(int projects, int repositories) {
        return Companies.of(projects, repositories)
                .organization(organization -> organization.withName(FABRIKAM))
                .token(token -> token.withValue(FABRIKAM_TOKEN).withOrganizations(List.of()))
                .workspace(workspace -> workspace.withLinkedProviderOrgName(FABRIKAM))
                .client(client -> new ApiClient(client.id() + END, client.secret() + END, client.scopes()));
    }

    /** Both organizations on one server. */
    public static Scenario onOneServer(int projects, int repositories) {
        Scenario contoso = Companies.of(projects, repositories);
        Organization fabrikam =
                fabrikam(projects, repositories).azure().organizations().get(0);
        return contoso.azure(azure ->
                        azure.withOrganizations(List.of(azure.organizations().get(0), fabrikam)))
                .token(token -> token.withOrganizations(List.of()));
    }

    /** Asks for all projects of contoso, each with its workspace. */
    public static OrganizationRequest contoso(Simulator simulator, int projects) {
        return Companies.request(simulator, projects).build();
    }

    /** Asks the same for fabrikam. */
    public static OrganizationRequest fabrikam(Simulator simulator, int projects) {
        OrganizationRequest.Builder request = OrganizationRequest.builder(Companies.common(simulator)
                .organization(FABRIKAM)
                .azureToken(Secret.of(FABRIKAM_TOKEN))
                .build());
        for (int project = 1; project <= projects; project++) {
            int number = project;
            request.project(
                    Company.project(project),
                    (settings, named) -> settings.aikidoClient(
                            Secret.of(Company.clientId(number) + END), Secret.of(Company.clientSecret(number) + END)));
        }
        return request.build();
    }

    /** The part of a report that is about an organization. */
    public static OrganizationReport part(ConnectReport report, String organization) {
        List<OrganizationReport> parts = report.organizations().stream()
                .filter(part -> organization.equals(part.azure().organization()))
                .toList();
        assertThat(parts).as(organization + " in " + report.toText()).hasSize(1);
        return parts.get(0);
    }

    /** The tokens that Azure DevOps received. */
    public static Set<String> azureSecrets(Simulator simulator) {
        return simulator.exchanges().stream()
                .filter(exchange -> exchange.azure())
                .flatMap(exchange -> exchange.requestHeaders().getOrDefault("authorization", List.of()).stream())
                .collect(Collectors.toSet());
    }

    /** A token as it is sent. */
    public static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
    }
}
