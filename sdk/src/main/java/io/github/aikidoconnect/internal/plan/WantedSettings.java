package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.Connectivity;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.Sensitivity;
import io.github.aikidoconnect.internal.aikido.CodeRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the settings of a request want for one repository. An empty value is not named and stays.
 *
 * @param sensitivity how sensitive the data is
 * @param connectivity whether the internet reaches the deployment
 * @param labels the labels to add
 * @param team the team to link
 * @param excludePaths the paths to exclude
 * @param devDependencies whether to scan development dependencies
 */
public record WantedSettings(
        Optional<Sensitivity> sensitivity,
        Optional<Connectivity> connectivity,
        List<String> labels,
        Optional<String> team,
        List<String> excludePaths,
        Optional<Boolean> devDependencies) {

    /** Nothing. */
    static final WantedSettings NONE = new WantedSettings(
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), List.of(), Optional.empty());

    public WantedSettings {
        labels = List.copyOf(labels);
        excludePaths = List.copyOf(excludePaths);
    }

    /** Returns these settings with the values of a later entry, which win. */
    WantedSettings then(RepositorySettings later, UnaryOperator<String> names) {
        return new WantedSettings(
                Optional.ofNullable(later.sensitivity()).or(() -> sensitivity),
                Optional.ofNullable(later.connectivity()).or(() -> connectivity),
                later.labels().isEmpty()
                        ? labels
                        : later.labels().stream().map(names).distinct().toList(),
                Optional.ofNullable(later.team()).map(names).or(() -> team),
                later.excludePaths().isEmpty()
                        ? excludePaths
                        : later.excludePaths().stream().distinct().toList(),
                Optional.ofNullable(later.devDependencies()).or(() -> devDependencies));
    }

    /**
     * Returns the settings that differ from what Aikido's list contains; all of them if it does not contain the repository.
     * If it contains the repository without its labels, no label is added: the repository may have them all.
     */
    public List<SettingChange> differencesFrom(Optional<CodeRepository> listed) {
        CodeRepository.Traits traits = listed.map(CodeRepository::traits).orElse(CodeRepository.Traits.NONE);
        List<SettingChange> changes = new ArrayList<>();
        sensitivity
                .map(Sensitivity::toString)
                .ifPresent(to -> compare(SettingKey.SENSITIVITY, traits.sensitivity(), to)
                        .ifPresent(changes::add));
        connectivity
                .map(Connectivity::toString)
                .ifPresent(to -> compare(SettingKey.CONNECTIVITY, traits.connectivity(), to)
                        .ifPresent(changes::add));
        // Aikido may write a label in another case than it was given.
        if (!hidesLabels(listed)) {
            Set<String> present = traits.labels().orElse(List.of()).stream()
                    .map(WantedSettings::fold)
                    .collect(Collectors.toSet());
            labels.stream()
                    .filter(label -> !present.contains(fold(label)))
                    .forEach(label -> changes.add(SettingChange.to(SettingKey.LABELS, label)));
        }
        return changes;
    }

    /** Returns whether labels are wanted and Aikido's list contains the repository without its labels. */
    public boolean hidesLabels(Optional<CodeRepository> listed) {
        return !labels.isEmpty()
                && listed.filter(entry -> entry.traits().labels().isEmpty()).isPresent();
    }

    /** Returns the paths that a repository does not exclude yet. */
    public List<SettingChange> missingPaths(Collection<String> excluded) {
        // It is not documented whether Aikido keeps a slash at the beginning or the end.
        Set<String> present = excluded.stream().map(WantedSettings::bare).collect(Collectors.toSet());
        return excludePaths.stream()
                .filter(path -> !present.contains(bare(path)))
                .map(path -> SettingChange.to(SettingKey.EXCLUDE_PATHS, path))
                .toList();
    }

    /** Returns the settings that only an activation writes, because no call reads them. */
    List<SettingChange> atActivation() {
        return devDependencies.stream()
                .map(scanned -> SettingChange.to(SettingKey.DEV_DEPENDENCIES, scanned.toString()))
                .toList();
    }

    private static Optional<SettingChange> compare(SettingKey key, Optional<String> from, String to) {
        return from.filter(to::equalsIgnoreCase).isPresent()
                ? Optional.empty()
                : Optional.of(new SettingChange(key, from, to));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String bare(String path) {
        return path.strip().replaceAll("^/+|/+$", "");
    }
}
