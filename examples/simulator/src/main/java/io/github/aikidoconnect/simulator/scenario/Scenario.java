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
 * The content and behaviour of the simulated services. Immutable: the methods with an operator return a changed copy, so
 * that a test states a difference in one line.
 *
 * @param azure Azure DevOps
 * @param aikido Aikido
 * @param faults the deliberate faults, in the order of the rules
 */
@RecordBuilder
public record Scenario(AzureScenario azure, AikidoScenario aikido, List<FaultRule> faults)
        implements ScenarioBuilder.With {
    public Scenario {
        azure = azure == null ? AzureScenario.empty() : azure;
        aikido = aikido == null ? AikidoScenario.empty() : aikido;
        faults = faults == null ? List.of() : List.copyOf(faults);
    }

    /** Returns the scenario that tests and the quickstart share: see {@link Shop}. */
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

    /** Returns this scenario as JSON for {@link #read(Path)}. */
    public String toJson() {
        return ScenarioJson.write(this);
    }

    /** Returns a copy with a changed Azure DevOps. */
    public Scenario azure(UnaryOperator<AzureScenario> change) {
        return withAzure(change.apply(azure));
    }

    /** Returns a copy with a changed Aikido. */
    public Scenario aikido(UnaryOperator<AikidoScenario> change) {
        return withAikido(change.apply(aikido));
    }

    /** Returns a copy in which every organization is changed. */
    public Scenario organization(UnaryOperator<Organization> change) {
        return azure(a -> a.withOrganizations(each(a.organizations(), change)));
    }

    /** Returns a copy in which the project with this name is changed. */
    public Scenario project(String name, UnaryOperator<Project> change) {
        return organization(o -> o.withProjects(each(o.projects(), p -> p.name().equals(name) ? change.apply(p) : p)));
    }

    /** Returns a copy in which the Git repositories with this name are changed, in all projects. */
    public Scenario repository(String name, UnaryOperator<GitRepository> change) {
        return organization(o -> o.withProjects(each(
                o.projects(),
                p -> p.withRepositories(each(p.repositories(), r -> r.name().equals(name) ? change.apply(r) : r)))));
    }

    /** Returns a copy in which every personal access token is changed. */
    public Scenario token(UnaryOperator<Token> change) {
        return azure(a -> a.withTokens(each(a.tokens(), change)));
    }

    /**
     * Returns a copy in which the only valid token is {@link Shop#JOB_TOKEN}, of a pipeline that references these
     * repositories: it does not list others. "Protect access to repositories in YAML pipelines" is on by default in
     * organizations and projects created after May 2020 (vsts-rest-api-specs#612, azure-devops-docs#12280, read in
     * 2026-11).
     */
    public Scenario jobToken(String... repositories) {
        return token(t -> t.withValue(Shop.JOB_TOKEN)
                .withScheme(Token.Scheme.BEARER)
                .withOwner(Shop.PROJECT + " Build Service (" + Shop.ORGANIZATION + ")")
                .withReferences(List.of(repositories)));
    }

    /** Returns a copy in which every Microsoft Entra access token is changed. */
    public Scenario entraToken(UnaryOperator<EntraToken> change) {
        return azure(a -> a.withEntraTokens(each(a.entraTokens(), change)));
    }

    /** Returns a copy in which every identity of Microsoft Entra is changed. */
    public Scenario identity(UnaryOperator<Identity> change) {
        return azure(a -> a.withIdentities(each(a.identities(), change)));
    }

    /** Returns a copy with changed policies for new personal access tokens. */
    public Scenario tokenPolicies(UnaryOperator<TokenPolicies> change) {
        return azure(a -> a.withTokenPolicies(change.apply(a.tokenPolicies())));
    }

    /** Returns a copy in which every workspace is changed. */
    public Scenario workspace(UnaryOperator<Workspace> change) {
        return aikido(a -> a.withWorkspaces(each(a.workspaces(), change)));
    }

    /** Returns a copy in which every API client is changed. */
    public Scenario client(UnaryOperator<ApiClient> change) {
        return workspace(w -> w.withClients(each(w.clients(), change)));
    }

    /** Returns a copy in which the import of every workspace is changed. */
    public Scenario imports(UnaryOperator<Imports> change) {
        return workspace(w -> w.withImports(change.apply(w.imports())));
    }

    private static <T> List<T> each(List<T> values, UnaryOperator<T> change) {
        return values.stream().map(change).toList();
    }
}
