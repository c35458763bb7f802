package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.RepositorySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The settings of a request, with the globs that select repositories for them. */
public final class SettingsRules {

    private final List<Rule> rules;

    private record Rule(Selection selection, RepositorySettings settings) {}

    private SettingsRules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * Reads the globs.
     *
     * @throws IllegalArgumentException if one is invalid; the message names it and the fault
     */
    public static SettingsRules of(List<RepositorySettings> settings) {
        List<Rule> rules = new ArrayList<>();
        for (RepositorySettings each : settings) {
            rules.add(new Rule(Selection.of(each.repositories(), List.of()), each));
        }
        return new SettingsRules(List.copyOf(rules));
    }

    /** Returns what the rules want for a repository. */
    WantedSettings wanted(String repository, ProjectAddress project) {
        UnaryOperator<String> names = text -> text.replace("{project}", project.name())
                .replace("{organization}", project.organization())
                .replace("{repository}", repository);
        WantedSettings wanted = WantedSettings.NONE;
        for (Rule rule : rules) {
            if (rule.selection().selects(repository)) {
                wanted = wanted.then(rule.settings(), names);
            }
        }
        return wanted;
    }
}
