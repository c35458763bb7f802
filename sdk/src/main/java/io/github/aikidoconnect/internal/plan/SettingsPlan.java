package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that differ from the wanted ones, for each repository that Aikido monitors or will monitor. The excluded
 * paths are not part of it: they are compared when the page of the repository was read.
 *
 * @param items the repositories for which settings are wanted
 * @param teams the names of wanted teams that cannot be linked
 */
public record SettingsPlan(List<Item> items, TeamIssues teams) {

    public SettingsPlan {
        items = List.copyOf(items);
    }

    /**
     * A repository.
     *
     * @param repository its plan
     * @param wanted the wanted settings
     * @param changes the settings that differ
     */
    public record Item(RepositoryPlan repository, WantedSettings wanted, List<SettingChange> changes) {

        public Item {
            changes = List.copyOf(changes);
        }

        /** Returns whether the page of the repository is needed to compare its excluded paths. */
        public boolean needsPage() {
            return !wanted.excludePaths().isEmpty() && repository.aikido().isPresent();
        }

        Item plus(List<SettingChange> more) {
            List<SettingChange> all = new ArrayList<>(changes);
            all.addAll(more);
            return new Item(repository, wanted, all);
        }
    }

    /**
     * The names of wanted teams that cannot be linked.
     *
     * @param unknown teams that do not exist and are not to be created
     * @param imported teams that Aikido imported and that are not linked to all of their repositories
     * @param ambiguous names that several teams have
     */
    public record TeamIssues(Set<String> unknown, Set<String> imported, Set<String> ambiguous) {

        static TeamIssues none() {
            return new TeamIssues(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        }
    }

    /** Compares with the list. The teams are compared by {@link #withTeams}. */
    public static SettingsPlan of(Plan plan, SettingsRules rules, ProjectAddress project) {
        List<Item> items = new ArrayList<>();
        for (RepositoryPlan repository : plan.repositories()) {
            WantedSettings wanted = rules.wanted(repository.name(), project);
            if (!isMonitoredLater(repository) || wanted.equals(WantedSettings.NONE)) {
                continue;
            }
            Item item = new Item(repository, wanted, wanted.differencesFrom(repository.aikido()));
            items.add(repository.isMonitored() ? item : item.plus(wanted.atActivation()));
        }
        return new SettingsPlan(items, TeamIssues.none());
    }

    private static boolean isMonitoredLater(RepositoryPlan repository) {
        return switch (repository.action()) {
            case NONE, UPDATE, ACTIVATE, WAIT -> repository.selected();
            case DEACTIVATE, SKIP -> false;
        };
    }

    /** Returns whether any team is wanted. */
    public boolean wantsTeams() {
        return items.stream().anyMatch(item -> item.wanted().team().isPresent());
    }

    /**
     * Returns the plan with the links to teams that are missing.
     *
     * @param create whether a missing team will be created
     */
    public SettingsPlan withTeams(TeamDirectory directory, boolean create) {
        TeamIssues issues = TeamIssues.none();
        List<Item> linked = items.stream()
                .map(item -> item.plus(item.wanted().team().stream()
                        .filter(name -> mayLink(item, name, directory.find(name), create, issues))
                        .map(name -> SettingChange.to(SettingKey.TEAM, name))
                        .toList()))
                .toList();
        return new SettingsPlan(linked, issues);
    }

    private static boolean mayLink(
            Item item, String name, TeamDirectory.Found found, boolean create, TeamIssues issues) {
        Optional<Long> id = item.repository().aikido().map(CodeRepository::id);
        if (id.isPresent() && found.links(id.get())) {
            return false;
        }
        if (found.several()) {
            issues.ambiguous().add(name);
        } else if (found.isUnknown() && !create) {
            issues.unknown().add(name);
        } else if (found.own().isEmpty() && !found.isUnknown()) {
            issues.imported().add(name);
        } else {
            return true;
        }
        return false;
    }

    /** Returns the number of changes, without excluded paths. */
    public int changes() {
        return items.stream().mapToInt(item -> item.changes().size()).sum();
    }

    /** Returns the number of pages that must be read to compare excluded paths. */
    public int pages() {
        return (int) items.stream().filter(Item::needsPage).count();
    }
}
