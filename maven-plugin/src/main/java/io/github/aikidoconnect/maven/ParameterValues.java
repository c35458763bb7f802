package io.github.aikidoconnect.maven;

import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.ProblemCode;
import io.github.aikidoconnect.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the parameters as texts and collects their problems. Maven's own conversion reads every text except {@code
 * true} as {@code false}, and throws an exception for an invalid number.
 */
final class ParameterValues {

    /** A longer text, or one with other characters, may be a secret in the wrong place. */
    private static final Pattern WORD = Pattern.compile("[\\w.,%+-]{1,20}");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");

    private final Map<String, Problem> problems = new LinkedHashMap<>();

    List<Problem> problems() {
        return new ArrayList<>(problems.values());
    }

    /**
     * Returns whether a switch is on. A switch without a value is on.
     *
     * @param otherwise the value for an invalid text; the run does not start in this case
     */
    boolean flag(String property, @Nullable String text, boolean otherwise) {
        String value = text == null ? Boolean.toString(otherwise) : text.strip().toLowerCase(Locale.ROOT);
        switch (value) {
            case "", "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            default -> {
                refuse(property, value, "true, false");
                return otherwise;
            }
        }
    }

    /** Returns a whole number. The run itself checks the range. */
    int number(Setting setting, String property, @Nullable String text) {
        AllowedValues.Range range = AllowedValues.range(setting).orElseThrow();
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            refuse(property, text, range.toString());
            return range.least();
        }
    }

    /** Returns a number that may have a fraction, empty if it is not set. */
    OptionalDouble fraction(Setting setting, String property, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return OptionalDouble.empty();
        }
        if (!NUMBER.matcher(text.strip()).matches()) {
            refuse(property, text, AllowedValues.of(setting).orElseThrow());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(text.strip()));
    }

    /** Returns the word, or the first allowed one if it is invalid. */
    String word(String property, @Nullable String text, List<String> allowed) {
        String word = text == null || text.isBlank() ? allowed.get(0) : text.strip();
        if (!allowed.contains(word)) {
            refuse(property, word, String.join(", ", allowed));
            return allowed.get(0);
        }
        return word;
    }

    private void refuse(String property, @Nullable String text, String allowed) {
        String value = text == null ? "" : text.strip();
        String subject = WORD.matcher(value).matches() ? "\"" + value + "\"" : "The value";
        problems.putIfAbsent(
                property,
                new Problem(
                        ProblemCode.CONFIGURATION,
                        subject + " is not a valid value of aikido." + property + ".",
                        "Correct " + MavenSettingNames.parameter(property, tag(property)) + ". Valid values: " + allowed
                                + "."));
    }

    /** Returns {@code tokenDays} for {@code token.days}. */
    private static String tag(String property) {
        StringBuilder tag = new StringBuilder();
        for (String part : property.split("\\.", -1)) {
            tag.append(tag.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return tag.toString();
    }
}
