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
 * Finds the repositories of Azure DevOps in Aikido's list: by GUID or, if Aikido has none, by address. It is not
 * documented how Aikido lists TFVC, so TFVC is found by project id, address or name.
 *
 * <p>A repository may have several entries: one for each path into which it was split, or for each of its branches. They
 * count as one repository, which is monitored if any entry is.
 */
public final class Matching {

    /** A monitored entry comes first, then one that may have been switched off. */
    private static final Comparator<CodeRepository> TELLING = Comparator.comparing(CodeRepository::active)
            .reversed()
            .thenComparing(entry -> entry.lastScan().isNever());

    private final Map<Object, List<CodeRepository>> byKey = new HashMap<>();
    private final List<CodeRepository> candidates;
    private final Set<Object> claimed = new HashSet<>();
    private final Set<String> gitNames = new HashSet<>();

    /** Indexes Aikido's list. */
    public Matching(List<CodeRepository> aikido) {
        candidates = aikido.stream().filter(CodeRepository::isAzureDevOps).toList();
        candidates.forEach(candidate ->
                byKey.computeIfAbsent(key(candidate), key -> new ArrayList<>()).add(candidate));
    }

    /**
     * Returns the key of an entry, which all entries of a repository share: the GUID in any spelling, or else the
     * address.
     */
    private static Object key(CodeRepository entry) {
        return entry.externalId()
                .<Object>flatMap(Guid::of)
                .or(() -> entry.url().flatMap(RepositoryAddress::of))
                .orElse(entry.id());
    }

    /**
     * Returns the entry of a repository, empty if Aikido does not list it. Git repositories must be requested before
     * TFVC.
     */
    public Optional<CodeRepository> find(AzureRepository repository, ProjectAddress project) {
        return repository.kind() == RepositoryKind.GIT ? findGit(repository, project) : findTfvc(repository, project);
    }

    /** Returns all entries of a repository, including the one that was found for it. */
    List<CodeRepository> all(AzureRepository repository, ProjectAddress project, CodeRepository found) {
        List<Object> keys =
                repository.kind() == RepositoryKind.GIT ? gitKeys(repository, project) : List.of(key(found));
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .toList();
    }

    /** Returns the entries that belong to none of the repositories. */
    List<CodeRepository> unclaimed() {
        return candidates.stream()
                .filter(entry -> !claimed.contains(key(entry)))
                .toList();
    }

    private Optional<CodeRepository> findGit(AzureRepository repository, ProjectAddress project) {
        gitNames.add(AzureNames.fold(repository.name()));
        List<Object> keys = gitKeys(repository, project);
        // All keys are claimed, so that a second entry of the same repository does not count as unlisted.
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

    /** A Git repository often has the name of its project, so an entry that is known to be Git does not count as TFVC. */
    private boolean sameName(CodeRepository entry, String root, String project) {
        String name = AzureNames.fold(entry.name());
        boolean mayBeGit = entry.externalId().isPresent() || gitNames.contains(name);
        return name.equals(AzureNames.fold(root)) || (name.equals(AzureNames.fold(project)) && !mayBeGit);
    }

    /** Returns the decisive entry; among equal ones, that of the first key. */
    private Optional<CodeRepository> mostTelling(List<?> keys) {
        return keys.stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .min(TELLING);
    }

    private static String id(AzureRepository repository) {
        return Guid.of(repository.id()).orElse(repository.id().toLowerCase(Locale.ROOT));
    }
}
