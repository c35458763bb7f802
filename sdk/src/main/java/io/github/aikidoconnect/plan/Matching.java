package io.github.aikidoconnect.plan;

import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.aikido.CodeRepository;
import io.github.aikidoconnect.azure.AzureRepository;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the repository of Azure DevOps in Aikido's list. They are the same when the GUID is; where Aikido has none, when
 * the address is. How Aikido lists TFVC is not documented, so project id, address and name are tried for it.
 */
public final class Matching {

    private final Map<String, CodeRepository> byId = new HashMap<>();
    private final Map<Place, CodeRepository> byPlace = new HashMap<>();
    private final List<CodeRepository> candidates;
    private final Set<Long> claimed = new HashSet<>();

    /** Reads Aikido's list once; where it holds a repository twice, the monitored entry counts. */
    public Matching(List<CodeRepository> aikido) {
        candidates = aikido.stream().filter(CodeRepository::isAzureDevOps).toList();
        for (CodeRepository candidate : candidates) {
            Optional<String> id = candidate.externalId();
            if (id.isPresent()) {
                byId.merge(id.get().toLowerCase(Locale.ROOT), candidate, Matching::monitored);
            } else {
                candidate
                        .url()
                        .flatMap(Place::of)
                        .ifPresent(place -> byPlace.merge(place, candidate, Matching::monitored));
            }
        }
    }

    private static CodeRepository monitored(CodeRepository one, CodeRepository other) {
        return one.active() ? one : other;
    }

    /** Returns the entry of a repository, empty where Aikido does not list it. Git is to be asked for before TFVC. */
    public Optional<CodeRepository> find(AzureRepository repository, ProjectPlace project) {
        Optional<CodeRepository> found =
                repository.kind() == RepositoryKind.GIT ? findGit(repository, project) : findTfvc(repository, project);
        found.ifPresent(entry -> claimed.add(entry.id()));
        return found;
    }

    /** Returns the entries that no repository was found to be. */
    List<CodeRepository> unclaimed() {
        return candidates.stream()
                .filter(entry -> !claimed.contains(entry.id()))
                .toList();
    }

    private Optional<CodeRepository> findGit(AzureRepository repository, ProjectPlace project) {
        return Optional.ofNullable(byId.get(repository.id().toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(byPlace.get(project.repository(repository.name()))));
    }

    private Optional<CodeRepository> findTfvc(AzureRepository repository, ProjectPlace project) {
        return Optional.ofNullable(byId.get(repository.id().toLowerCase(Locale.ROOT)))
                .or(() -> unclaimed().stream()
                        .filter(entry -> sameAddress(entry, repository.url()))
                        .findFirst())
                .or(() -> unclaimed().stream()
                        .filter(entry -> sameName(entry, repository.name(), project.name()))
                        .filter(entry -> mayBeTfvcOf(entry, project))
                        .findFirst());
    }

    private static boolean sameAddress(CodeRepository entry, String url) {
        return entry.url().map(Matching::trimmed).equals(Optional.of(trimmed(url)));
    }

    private static String trimmed(String url) {
        return Place.fold(url)
                .replace("%20", " ")
                .replaceFirst("^https?://([^/@]*@)?", "")
                .replaceAll("/+$", "");
    }

    private static boolean sameName(CodeRepository entry, String root, String project) {
        String name = Place.fold(entry.name());
        return name.equals(Place.fold(root)) || name.equals(Place.fold(project));
    }

    /** A Git repository often has its project's name: one that is known to be Git is not taken for TFVC. */
    private static boolean mayBeTfvcOf(CodeRepository entry, ProjectPlace project) {
        boolean git = entry.url().flatMap(Place::of).isPresent();
        boolean elsewhere = entry.url()
                .map(Matching::trimmed)
                .filter(url -> !url.contains(project.path()))
                .isPresent();
        return !git && !elsewhere;
    }
}
