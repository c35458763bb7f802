package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.aikido.Team;
import java.util.List;
import java.util.Optional;

/** Finds the teams of a workspace by name. A team that was created in Aikido comes before an imported one. */
public final class TeamDirectory {

    private final List<Team> teams;

    public TeamDirectory(List<Team> teams) {
        this.teams = List.copyOf(teams);
    }

    /**
     * The teams with a name.
     *
     * @param own the team that was created in Aikido, empty if there is none or several have the name
     * @param imported the teams that Aikido's own team sync imported
     * @param several whether several teams that were created in Aikido have the name
     */
    public record Found(Optional<Team> own, List<Team> imported, boolean several) {

        boolean isUnknown() {
            return own.isEmpty() && imported.isEmpty() && !several;
        }

        boolean links(long repository) {
            return own.stream().anyMatch(team -> team.repositories().contains(repository))
                    || imported.stream().anyMatch(team -> team.repositories().contains(repository));
        }
    }

    /** Returns whether a repository is linked to a team of this name. */
    public boolean links(String name, long repository) {
        return find(name).links(repository);
    }

    /** Returns the teams with exactly this name; if there is none, those with the name in another case. */
    public Found find(String name) {
        Found exact =
                found(teams.stream().filter(team -> team.name().equals(name)).toList());
        return exact.isUnknown()
                ? found(teams.stream()
                        .filter(team -> team.name().strip().equalsIgnoreCase(name.strip()))
                        .toList())
                : exact;
    }

    private static Found found(List<Team> named) {
        List<Team> own = named.stream().filter(team -> !team.isImported()).toList();
        return new Found(
                own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty(),
                named.stream().filter(Team::isImported).toList(),
                own.size() > 1);
    }
}
