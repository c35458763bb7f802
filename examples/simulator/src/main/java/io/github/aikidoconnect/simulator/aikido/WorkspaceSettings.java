package io.github.aikidoconnect.simulator.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.simulator.scenario.Team;
import io.github.aikidoconnect.simulator.scenario.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of a workspace that its list of repositories does not contain. Thread-safe; methods return copies. */
public final class WorkspaceSettings {
    private final List<Team> teams;
    private final Map<Long, List<String>> excludedPaths = new HashMap<>();
    private final Map<Long, Boolean> devDependencies = new HashMap<>();
    private final boolean effective;
    private @Nullable JsonNode pullRequestDefault;
    private long nextId = 1000;

    WorkspaceSettings(Workspace workspace) {
        this.teams = new ArrayList<>(workspace.teams());
        this.effective = workspace.settings() != Workspace.Settings.INEFFECTIVE;
    }

    /** Returns the teams. */
    public synchronized List<Team> teams() {
        return List.copyOf(teams);
    }

    /** Returns the excluded paths of a repository. */
    public synchronized List<String> excludedPaths(long repository) {
        return List.copyOf(excludedPaths.getOrDefault(repository, List.of()));
    }

    /** Returns whether development dependencies of a repository are scanned, empty if that was never set. */
    public synchronized Optional<Boolean> devDependencies(long repository) {
        return Optional.ofNullable(devDependencies.get(repository));
    }

    synchronized long exclude(long repository, String path) {
        if (effective) {
            excludedPaths.computeIfAbsent(repository, id -> new ArrayList<>()).add(path);
        }
        return nextId++;
    }

    synchronized void scanDevDependencies(long repository, boolean scanned) {
        devDependencies.put(repository, scanned);
    }

    synchronized long create(String name) {
        long id = nextId++;
        teams.add(Team.of(id, name));
        return id;
    }

    synchronized Optional<Team> team(long id) {
        return teams.stream().filter(team -> team.id() == id).findFirst();
    }

    /** Links a repository to a team, and returns false if it is linked already. */
    synchronized boolean link(long team, long repository) {
        List<Long> linked = new ArrayList<>(team(team).orElseThrow().repositories());
        if (linked.contains(repository)) {
            return false;
        }
        linked.add(repository);
        teams.replaceAll(known -> known.id() == team ? known.withRepositories(linked) : known);
        return true;
    }

    /** Returns the saved default for pull requests as it was sent, null if there is none. */
    public synchronized @Nullable JsonNode pullRequestDefault() {
        return pullRequestDefault;
    }

    synchronized void savePullRequestDefault(JsonNode sent) {
        pullRequestDefault = sent;
    }

    synchronized long nextLabel() {
        return nextId++;
    }
}
