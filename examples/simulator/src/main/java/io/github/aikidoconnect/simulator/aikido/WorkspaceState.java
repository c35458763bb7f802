package io.github.aikidoconnect.simulator.aikido;

import io.github.aikidoconnect.simulator.scenario.AzureScenario;
import io.github.aikidoconnect.simulator.scenario.CodeRepository;
import io.github.aikidoconnect.simulator.scenario.ConfigurationError;
import io.github.aikidoconnect.simulator.scenario.Imports;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The current state of a workspace. Thread-safe; methods return copies. */
public final class WorkspaceState {
    private final Workspace workspace;
    private final Arrivals arrivals;
    private final List<CodeRepository> listed;
    private final List<Pending> pending = new ArrayList<>();
    private final List<ConfigurationError> errors;
    private final List<String> tokens = new ArrayList<>();
    private final List<Long> scans = new ArrayList<>();
    private final RollingWindow window;
    private final WorkspaceSettings settings;
    private long nextId;
    private int imports;

    WorkspaceState(Workspace workspace, AzureScenario azure) {
        this.workspace = workspace;
        this.arrivals = new Arrivals(azure, workspace);
        this.listed = new ArrayList<>(workspace.repositories());
        this.errors = new ArrayList<>(workspace.configurationErrors());
        this.window = new RollingWindow(workspace.callsPerWindow(), workspace.windowMillis());
        this.settings = new WorkspaceSettings(workspace);
        this.nextId = listed.stream().mapToLong(CodeRepository::id).max().orElse(100_000) + 1;
    }

    /** Returns all repositories that the workspace lists, monitored or not. */
    public synchronized List<CodeRepository> repositories() {
        settle();
        return List.copyOf(listed);
    }

    /** Returns the names of the monitored repositories, sorted. */
    public List<String> monitored() {
        return repositories().stream()
                .filter(r -> Boolean.TRUE.equals(r.active()))
                .map(CodeRepository::name)
                .sorted()
                .toList();
    }

    /** Returns the names of the repositories for which a scan was started, in order. */
    public synchronized List<String> scans() {
        return scans.stream()
                .flatMap(id -> find(id).map(CodeRepository::name).stream())
                .toList();
    }

    /** Returns the tokens for code scanning that were handed over, in order. */
    public synchronized List<String> tokensHandedOver() {
        return List.copyOf(tokens);
    }

    /** Returns the configuration errors of the workspace. */
    public synchronized List<ConfigurationError> configurationErrors() {
        return List.copyOf(errors);
    }

    /** Returns the number of requested imports. */
    public synchronized int imports() {
        return imports;
    }

    /** Returns the teams, the excluded paths and the other settings that the list does not contain. */
    public WorkspaceSettings settings() {
        return settings;
    }

    /** Changes a repository, like a person in the web page. */
    public synchronized void change(String name, UnaryOperator<CodeRepository> change) {
        settle();
        listed.replaceAll(r -> r.name().equals(name) ? change.apply(r) : r);
    }

    synchronized void set(CodeRepository repository, UnaryOperator<CodeRepository> change) {
        if (workspace.settings() != Workspace.Settings.INEFFECTIVE) {
            listed.replaceAll(r -> r.id() == repository.id() ? change.apply(r) : r);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    RollingWindow window() {
        return window;
    }

    /** Starts an import. It finds nothing while the workspace cannot read the source code. */
    synchronized void startImport() {
        imports++;
        settle();
        Imports how = workspace.imports();
        if (how.never() || errors.stream().anyMatch(ConfigurationError::breaksConnection)) {
            return;
        }
        List<CodeRepository> missing =
                arrivals.all().stream().filter(r -> !expected(r)).toList();
        long now = System.nanoTime();
        for (int i = 0; i < missing.size(); i++) {
            int batch = how.batchSize() == 0 ? 0 : i / how.batchSize();
            long millis = how.delayMillis() + batch * how.intervalMillis();
            pending.add(new Pending(now + TimeUnit.MILLISECONDS.toNanos(millis), missing.get(i)));
        }
    }

    synchronized Optional<CodeRepository> find(long id) {
        settle();
        return listed.stream().filter(r -> r.id() == id).findFirst();
    }

    /** Returns whether the repository already had this state. */
    synchronized boolean activate(CodeRepository repository, boolean active) {
        boolean already = Boolean.valueOf(active).equals(repository.active());
        if (workspace.activations() == Workspace.Activations.INEFFECTIVE) {
            return already;
        }
        listed.replaceAll(r -> r.id() == repository.id() ? r.withActive(active) : r);
        return already;
    }

    synchronized void scan(CodeRepository repository) {
        scans.add(repository.id());
    }

    synchronized void handOver(String token) {
        tokens.add(token);
        // A new token does not repair the connection to a server that does not answer.
        errors.removeIf(e -> e.breaksConnection() && !e.kind().equals(ConfigurationError.SCM_INSTANCE_UNREACHABLE));
        if (workspace.handover() == Workspace.Handover.INEFFECTIVE) {
            errors.add(ConfigurationError.scmDisconnected());
        }
    }

    private void settle() {
        long now = System.nanoTime();
        for (Pending arrival : List.copyOf(pending)) {
            if (now - arrival.dueNanos() >= 0) {
                pending.remove(arrival);
                listed.add(arrival.repository().withId(nextId++));
            }
        }
    }

    private boolean expected(CodeRepository repository) {
        return Stream.concat(listed.stream(), pending.stream().map(Pending::repository))
                .anyMatch(known -> same(known, repository));
    }

    private static boolean same(CodeRepository one, CodeRepository other) {
        if (one.externalRepoId() != null && other.externalRepoId() != null) {
            return one.externalRepoId().equalsIgnoreCase(other.externalRepoId());
        }
        if (one.url() != null && other.url() != null) {
            return one.url().equalsIgnoreCase(other.url());
        }
        return one.name().equals(other.name());
    }

    private record Pending(long dueNanos, CodeRepository repository) {}
}
