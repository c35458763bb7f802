package io.jenkins.plugins.aikido.step;

import hudson.util.EditDistance;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Setting;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Validates the arguments of a Pipeline step. An unknown name or an invalid value is a mistake and is never ignored. */
@Restricted(NoExternalUse.class)
public final class StepArguments {

    /** Other texts are not shown, because they may be a secret in the wrong parameter. */
    private static final Pattern SHOWN = Pattern.compile("[\\w.,%+-]{1,20}");

    private static final int MOST_SHOWN = 20;

    private static final Map<String, Setting> NUMBERS = Map.of(
            "pruneLimit", Setting.PRUNE_LIMIT,
            "syncTimeout", Setting.SYNC_TIMEOUT,
            "maxMinutes", Setting.MAX_DURATION,
            "maxScanAge", Setting.MAX_SCAN_AGE);

    /**
     * A mistake in the arguments, for the report.
     *
     * @param message the mistake
     * @param fix what to do
     */
    public record Mistake(String message, String fix) implements Serializable {}

    private final DescribableModel<AikidoConnectStep> model = DescribableModel.of(AikidoConnectStep.class);
    private final Map<String, Object> valid = new LinkedHashMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private StepArguments() {}

    public static StepArguments of(Map<String, Object> arguments) {
        StepArguments checked = new StepArguments();
        arguments.forEach(checked::check);
        return checked;
    }

    /** Returns a step with the valid arguments. If any argument is invalid, every run of the step fails before any call. */
    public AikidoConnectStep step() {
        AikidoConnectStep step = model.instantiate(valid, null);
        return mistakes.isEmpty() ? step : step.refusedFor(new Mistake(join(Mistake::message), join(Mistake::fix)));
    }

    private String join(Function<Mistake, String> part) {
        Stream<String> shown = mistakes.stream().map(part).distinct().limit(MOST_SHOWN);
        return String.join(" ", shown.toList());
    }

    private void check(String name, Object given) {
        DescribableParameter parameter = model.getParameter(name);
        if (parameter == null) {
            unknown(name);
            return;
        }
        Object value = given instanceof CharSequence text ? text.toString() : given;
        Class<?> type = parameter.getErasedType();
        if (type == boolean.class) {
            flag(name, value);
        } else if (NUMBERS.containsKey(name)) {
            number(name, value);
        } else if (type == List.class) {
            SettingsArguments settings = new SettingsArguments(value);
            settings.mistakes().forEach(mistake -> add(mistake.message(), mistake.fix()));
            valid.put(name, settings.valid());
        } else if (value == null || value instanceof String) {
            valid.put(name, value);
        } else {
            add("The value of \"" + name + "\" is not a text.", "Write the value of " + name + " in quotes.");
        }
    }

    private void unknown(String name) {
        if (!name.matches("\\w{1,40}")) {
            add("A parameter of aikidoConnect has a name that does not exist.", "Valid parameters: " + names() + ".");
            return;
        }
        String nearest = EditDistance.findNearest(name, names(model));
        boolean near = nearest != null
                && EditDistance.editDistance(name.toLowerCase(Locale.ROOT), nearest.toLowerCase(Locale.ROOT)) <= 3;
        add(
                "\"" + name + "\" is not a parameter of aikidoConnect.",
                near ? "Write " + nearest + "." : "Valid parameters: " + names() + ".");
    }

    private void flag(String name, Object value) {
        String text = String.valueOf(value).strip();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            valid.put(name, Boolean.valueOf(text));
        } else {
            add(
                    "The value" + shown(value) + " of \"" + name + "\" is not valid.",
                    "Valid values of " + name + ": true, false.");
        }
    }

    private void number(String name, Object value) {
        AllowedValues.Range range = AllowedValues.range(NUMBERS.get(name)).orElseThrow();
        Optional<Integer> number = integer(value).filter(range::contains);
        if (number.isPresent()) {
            valid.put(name, number.get());
        } else {
            add(
                    "The value" + shown(value) + " of \"" + name + "\" is not valid.",
                    "Valid values of " + name + ": " + range + ".");
        }
    }

    private static Optional<Integer> integer(Object value) {
        try {
            return Optional.of(new BigDecimal(String.valueOf(value).strip()).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return SHOWN.matcher(text).matches() ? " \"" + text + "\"" : "";
    }

    private String names() {
        return String.join(", ", names(model).stream().sorted().toList());
    }

    private static List<String> names(DescribableModel<?> model) {
        return model.getParameters().stream().map(DescribableParameter::getName).toList();
    }

    private void add(String message, String fix) {
        mistakes.add(new Mistake(message, fix));
    }
}
