package io.jenkins.plugins.aikido.step;

import io.jenkins.plugins.aikido.connection.RepositoryRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Validates the argument {@code settings} of a Pipeline step: a list of maps. */
final class SettingsArguments {

    private final DescribableModel<RepositoryRule> model = DescribableModel.of(RepositoryRule.class);
    private final List<Object> valid = new ArrayList<>();
    private final List<StepArguments.Mistake> mistakes = new ArrayList<>();

    SettingsArguments(Object argument) {
        if (argument instanceof List<?> list) {
            list.forEach(this::check);
        } else if (argument != null) {
            mistake("The value of \"settings\" is not a list.");
        }
    }

    /** Returns the valid elements, for the step. */
    List<Object> valid() {
        return valid;
    }

    List<StepArguments.Mistake> mistakes() {
        return mistakes;
    }

    private void check(Object given) {
        // A list of objects may come as Jenkins describes them.
        Object element = given instanceof UninstantiatedDescribable described ? described.getArguments() : given;
        if (!(element instanceof Map<?, ?> map)) {
            mistake("An element of \"settings\" is not a map.");
            return;
        }
        List<String> names = model.getParameters().stream()
                .map(DescribableParameter::getName)
                .toList();
        Map<String, Object> texts = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!names.contains(name)) {
                mistake("An element of \"settings\" has a name that does not exist.");
            } else if (entry.getValue() instanceof CharSequence || entry.getValue() instanceof Boolean) {
                texts.put(name, entry.getValue().toString());
            } else {
                mistake("The value of \"" + name + "\" in \"settings\" is not a text.");
            }
        }
        if (mistakes.isEmpty()) {
            model.instantiate(texts, null).mistake().ifPresent(this::mistake);
        }
        valid.add(texts);
    }

    private void mistake(String message) {
        mistakes.add(new StepArguments.Mistake(
                message,
                "Write settings as a list of maps, such as [[repositories: 'pay-*', sensitivity: 'sensitive']]. Valid names: "
                        + String.join(
                                ", ",
                                model.getParameters().stream()
                                        .map(DescribableParameter::getName)
                                        .sorted()
                                        .toList())
                        + "."));
    }
}
