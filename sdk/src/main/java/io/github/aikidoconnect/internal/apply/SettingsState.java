package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.plan.SettingChange;
import io.github.aikidoconnect.internal.plan.SettingKey;
import io.github.aikidoconnect.internal.plan.SettingsPlan;
import io.github.aikidoconnect.internal.plan.TeamDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings in Aikido after the writes. Each source is read once, when it is first needed. */
final class SettingsState {

    private final Aikido aikido;
    private @Nullable Map<Long, CodeRepository> list;
    private @Nullable TeamDirectory teams;

    SettingsState(Aikido aikido) {
        this.aikido = aikido;
    }

    /** Returns whether a repository has the value of a change; empty if that cannot be read. */
    Optional<Boolean> has(SettingsPlan.Item item, long id, SettingChange change) throws InterruptedException {
        return switch (change.key()) {
            case SENSITIVITY, CONNECTIVITY, LABELS ->
                Optional.ofNullable(list().get(id))
                        .filter(entry -> change.key() != SettingKey.LABELS
                                || entry.traits().labels().isPresent())
                        .map(entry -> isMissing(item, entry, change))
                        .map(missing -> !missing);
            case TEAM -> Optional.of(teams().links(change.to(), id));
            case EXCLUDE_PATHS ->
                Optional.of(!item.wanted()
                        .missingPaths(aikido.settings().excludedPaths(id))
                        .contains(change));
            case DEV_DEPENDENCIES -> Optional.empty();
        };
    }

    static boolean isMissing(SettingsPlan.Item item, CodeRepository entry, SettingChange change) {
        return item.wanted().differencesFrom(Optional.of(entry)).stream()
                .anyMatch(difference ->
                        difference.key() == change.key() && difference.to().equals(change.to()));
    }

    private Map<Long, CodeRepository> list() throws InterruptedException {
        if (list == null) {
            Map<Long, CodeRepository> read = new HashMap<>();
            aikido.repositories().forEach(entry -> read.put(entry.id(), entry));
            list = read;
        }
        return list;
    }

    private TeamDirectory teams() throws InterruptedException {
        if (teams == null) {
            teams = new TeamDirectory(aikido.teams().all());
        }
        return teams;
    }
}
