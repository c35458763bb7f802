package io.github.aikidoconnect.internal.apply;

import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.internal.aikido.Aikido;
import io.github.aikidoconnect.internal.aikido.AikidoException;
import io.github.aikidoconnect.internal.aikido.RepositorySettingsClient;
import io.github.aikidoconnect.internal.aikido.Team;
import io.github.aikidoconnect.internal.aikido.Teams;
import io.github.aikidoconnect.internal.plan.SettingChange;
import io.github.aikidoconnect.internal.plan.TeamDirectory;
import java.util.HashMap;
import java.util.Map;

/** Makes a change of a setting with one call. A team that does not exist is created first, once. */
final class SettingWrite {

    private final RepositorySettingsClient repositories;
    private final Teams teams;
    private final TeamDirectory directory;
    private final Map<String, Long> created = new HashMap<>();

    SettingWrite(Aikido aikido, TeamDirectory directory) {
        this.repositories = aikido.settings();
        this.teams = aikido.teams();
        this.directory = directory;
    }

    void write(long id, SettingChange change) throws InterruptedException {
        String value = change.to();
        switch (change.key()) {
            case SENSITIVITY ->
                repositories.setSensitivity(id, Sensitivity.of(value).orElseThrow());
            case CONNECTIVITY ->
                repositories.setConnectivity(id, Connectivity.of(value).orElseThrow());
            case LABELS -> repositories.addLabel(id, value);
            case EXCLUDE_PATHS -> repositories.excludePath(id, value);
            case DEV_DEPENDENCIES -> repositories.setDevDependencies(id, Boolean.parseBoolean(value));
            case TEAM -> teams.link(team(value), id);
        }
    }

    private synchronized long team(String name) throws InterruptedException {
        Team known = directory.find(name).own().orElse(null);
        if (known != null) {
            return known.id();
        }
        Long before = created.get(name);
        if (before == null) {
            before = create(name);
            created.put(name, before);
        }
        return before;
    }

    /** A team whose creation has no clear answer may exist: a second one of the same name must not be created. */
    private long create(String name) throws InterruptedException {
        try {
            return teams.create(name);
        } catch (AikidoException e) {
            if (!e.isUncertain()) {
                throw e;
            }
            return new TeamDirectory(teams.all()).find(name).own().map(Team::id).orElseThrow(() -> e);
        }
    }
}
