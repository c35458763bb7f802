package io.github.aikidoconnect.simulator.scenario;

import io.github.aikidoconnect.simulator.fault.FaultRule;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything that the simulated services hold and how they behave. Immutable: the methods that take an operator answer
 * a changed copy, so that a test says in a line what differs.
 *
 * @param azure Azure DevOps
 * @param aikido Aikido
 * @param faults what goes wrong on purpose, in the order in which the rules are tried
 */
@RecordBuilder
public record Scenario(AzureScenario azure, AikidoScenario aikido, List<FaultRule> faults)
        implements ScenarioBuilder.With {
    public Scenario {
        azure = azure == null ? AzureScenario.empty() : azure;
        aikido = aikido == null ? AikidoScenario.empty() : aikido;
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** The scenario that tests and the quickstart share: see {@link Shop}. */
    public static Scenario shop() {
        return Shop.scenario();
    }

    /**
     * Reads a scenario from a JSON file.
     *
     * @throws UncheckedIOException if it cannot be read, is not JSON or has an unknown key
     */
    public static Scenario read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a scenario from JSON and leaves the stream open.
     *
     * @throws UncheckedIOException if it cannot be read, is not JSON or has an unknown key
     */
    public static Scenario read(InputStream in) {
        return ScenarioJson.read(in);
    }

    /** This scenario as JSON that {@link #read(Path)} reads. */
    public String toJson() {
        return ScenarioJson.write(this);
    }

    /** A copy with another Azure DevOps. */
    public Scenario azure(UnaryOperator<AzureScenario> change) {
        return withAzure(change.apply(azure));
    }

    /** A copy with another Aikido. */
    public Scenario aikido(UnaryOperator<AikidoScenario> change) {
        return withAikido(change.apply(aikido));
    }

    /** A copy in which every organization is changed. */
    public Scenario organization(UnaryOperator<Organization> change) {
        return azure(a -> a.withOrganizations(each(a.organizations(), change)));
    }

    /** A copy in which the project of this name is changed. */
    public Scenario project(String name, UnaryOperator<Project> change) {
        return organization(o -> o.withProjects(each(o.projects(), p -> p.name().equals(name) ? change.apply(p) : p)));
    }

    /** A copy in which the Git repositories of this name are changed, in whatever project they are. */
    public Scenario repository(String name, UnaryOperator<GitRepository> change) {
        return organization(o -> o.withProjects(each(
                o.projects(),
                p -> p.withRepositories(each(p.repositories(), r -> r.name().equals(name) ? change.apply(r) : r)))));
    }

    /** A copy in which every personal access token is changed. */
    public Scenario token(UnaryOperator<Token> change) {
        return azure(a -> a.withTokens(each(a.tokens(), change)));
    }

    /**
     * A copy in which the only valid token is {@link Shop#JOB_TOKEN}, of a pipeline that references these repositories:
     * it lists no others. "Protect access to repositories in YAML pipelines" is on by default in organizations and
     * projects made after May 2020 (vsts-rest-api-specs#612, azure-devops-docs#12280, read in 2026-11).
     */
    public Scenario jobToken(String... repositories) {
        return token(t -> t.withValue(Shop.JOB_TOKEN)
                .withScheme(Token.Scheme.BEARER)
                .withOwner(Shop.PROJECT + " Build Service (" + Shop.ORGANIZATION + ")")
                .withReferences(List.of(repositories)));
    }

    /** A copy in which every access token of Microsoft Entra is changed. */
    public Scenario entraToken(UnaryOperator<EntraToken> change) {
        return azure(a -> a.withEntraTokens(each(a.entraTokens(), change)));
    }

    /** A copy with other policies for new personal access tokens. */
    public Scenario tokenPolicies(UnaryOperator<TokenPolicies> change) {
        return azure(a -> a.withTokenPolicies(change.apply(a.tokenPolicies())));
    }

    /** A copy in which every workspace is changed. */
    public Scenario workspace(UnaryOperator<Workspace> change) {
        return aikido(a -> a.withWorkspaces(each(a.workspaces(), change)));
    }

    /** A copy in which every API client is changed. */
    public Scenario client(UnaryOperator<ApiClient> change) {
        return workspace(w -> w.withClients(each(w.clients(), change)));
    }

    /** A copy in which the import of every workspace behaves differently. */
    public Scenario imports(UnaryOperator<Imports> change) {
        return workspace(w -> w.withImports(change.apply(w.imports())));
    }

    private static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
        return values.stream().map(change).toList();
    }
}
