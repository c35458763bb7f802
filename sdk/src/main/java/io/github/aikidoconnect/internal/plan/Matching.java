package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.RepositoryKind;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.internal.azure.AzureRepository;
import io.github.aikidoconnect.location.AzureNames;
import java.util.ArrayList;
import java.util.Comparator;
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
 *
 * <p>A repository may have several entries: one for each path into which it was split, or for each of its branches. They
 * count as one, which is monitored when any of them is.
 */
public final class Matching {

    /** The monitored entry first, then one that may have been switched off: that is not new. */
    private static final Comparator<CodeRepository> TELLING = Comparator.comparing(CodeRepository::active)
            .reversed()
            .thenComparing(entry -> entry.lastScan().isNever());

    private final Map<Object, List<CodeRepository>> byKey = new HashMap<>();
    private final List<CodeRepository> candidates;
    private final Set<Object> claimed = new HashSet<>();
    private final Set<String> gitNames = new HashSet<>();

    /** Reads Aikido's list once. */
    public Matching(List<CodeRepository> aikido) {
        candidates = aikido.stream().filter(CodeRepository::isAzureDevOps).toList();
        candidates.forEach(candidate ->
                byKey.computeIfAbsent(key(candidate), key -> new ArrayList<>()).add(candidate));
    }

    /** What two entries of the same repository have in common: the GUID in any spelling, without one the address. */
    private static Object key(CodeRepository entry) {
        return entry.externalId()
                .<Object>flatMap(Guid::of)
                .or(() -> entry.url().flatMap(RepositoryAddress::of))
                .orElse(entry.id());
    }

    /** Returns the entry of a repository, empty where Aikido does not list it. Git is to be asked for before TFVC. */
    public Optional<CodeRepository> find(AzureRepository repository, ProjectAddress project) {
        return repository.kind() == RepositoryKind.GIT ? findGit(repository, project) : findTfvc(repository, project);
    }

    /** Returns all entries of a repository, among them the one that was found for it. */
    List<CodeRepository> all(AzureRepository repository, ProjectAddress project, CodeRepository found) {
        List<Object> keys =
                repository.kind() == RepositoryKind.GIT ? gitKeys(repository, project) : List.of(key(found));
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Returns the entries that no repository was found to be. */
    List<CodeRepository> unclaimed() {
        return candidates.stream()
                .filter(entry -> !claimed.contains(key(entry)))
                .toList();
    }

    private Optional<CodeRepository> findGit(AzureRepository repository, ProjectAddress project) {
        gitNames.add(AzureNames.fold(repository.name()));
        List<Object> keys = gitKeys(repository, project);
        // All of them: a second entry of the same repository is not one that Azure DevOps no longer lists.
        claimed.addAll(keys);
        return mostTelling(keys);
    }

    private static List<Object> gitKeys(AzureRepository repository, ProjectAddress project) {
        List<Object> keys = new ArrayList<>();
        keys.add(id(repository));
        keys.addAll(project.places(repository));
        return keys;
    }

    private Optional<CodeRepository> findTfvc(AzureRepository repository, ProjectAddress project) {
        Optional<CodeRepository> found = mostTelling(List.of(id(repository)))
                .or(() -> unclaimed().stream()
                        .filter(entry -> isAddressOf(entry, project))
                        .min(TELLING))
                .or(() -> unclaimed().stream()
                        .filter(entry -> entry.url().isEmpty() || isAddressOf(entry, project))
                        .filter(entry -> sameName(entry, repository.name(), project.name()))
                        .min(TELLING));
        found.ifPresent(entry -> claimed.add(key(entry)));
        return found;
    }

    private static boolean isAddressOf(CodeRepository entry, ProjectAddress project) {
        return entry.url()
                .flatMap(RepositoryAddress::ofTfvc)
                .map(project::holds)
                .orElse(false);
    }

    /** A Git repository often has its project's name: one that is known to be Git is not taken for TFVC. */
    private boolean sameName(CodeRepository entry, String root, String project) {
        String name = AzureNames.fold(entry.name());
        boolean mayBeGit = entry.externalId().isPresent() || gitNames.contains(name);
        return name.equals(AzureNames.fold(root)) || (name.equals(AzureNames.fold(project)) && !mayBeGit);
    }

    /** Returns the entry that decides; of equals the one of the first key. */
    private Optional<CodeRepository> mostTelling(List<?> keys) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .min(TELLING);
    }

    private static String id(AzureRepository repository) {
        return Guid.of(repository.id()).orElse(repository.id().toLowerCase(Locale.ROOT));
    }
}
