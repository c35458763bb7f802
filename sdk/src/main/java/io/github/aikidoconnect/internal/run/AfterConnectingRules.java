package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.AfterConnecting;
import io.github.aikidoconnect.AllowedValues;
import io.github.aikidoconnect.FindingsLimits;
import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.RepositorySettings;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Setting;
import io.github.aikidoconnect.internal.plan.SettingsRules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Validates what a request wants after connecting. */
final class AfterConnectingRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]*}");

    private final SettingProblems texts;
    private final List<Problem> problems;

    private AfterConnectingRules(SettingProblems texts, List<Problem> problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /**
     * Returns the rules for the settings of repositories.
     *
     * @param problems receives the problems of invalid values
     */
    static SettingsRules validate(AfterConnecting wanted, ProblemTexts texts, List<Problem> problems) {
        AfterConnectingRules rules = new AfterConnectingRules(texts.settings(), problems);
        wanted.settings().forEach(rules::validate);
        FindingsLimits limits = wanted.findings().orElse(FindingsLimits.NONE);
        limits.maxCritical().ifPresent(most -> rules.number(Setting.MAX_CRITICAL, most));
        limits.maxHigh().ifPresent(most -> rules.number(Setting.MAX_HIGH, most));
        try {
            return SettingsRules.of(wanted.settings());
        } catch (IllegalArgumentException e) {
            problems.add(texts.settings().glob(Setting.REPOSITORY_SETTINGS, String.valueOf(e.getMessage())));
            return SettingsRules.of(List.of());
        }
    }

    private void number(Setting setting, int most) {
        if (!AllowedValues.range(setting).orElseThrow().contains(most)) {
            problems.add(texts.invalid(setting, Integer.toString(most), "is not a number of findings"));
        }
    }

    private void validate(RepositorySettings settings) {
        settings.labels().forEach(label -> name("label", label));
        Stream.ofNullable(settings.team()).forEach(team -> name("name of a team", team));
        settings.excludePaths().forEach(path -> text("path", path));
    }

    private void name(String what, String text) {
        if (!text(what, text)) {
            return;
        }
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!RepositorySettings.PLACEHOLDERS.contains(placeholder.group())) {
                problems.add(texts.placeholder(placeholder.group()));
            }
        }
    }

    private boolean text(String what, String text) {
        boolean valid = !text.isBlank() && SafeText.oneLine(text).equals(text) && !SafeText.looksLikeToken(text);
        if (!valid) {
            problems.add(texts.invalid(
                    Setting.REPOSITORY_SETTINGS,
                    SafeText.withoutToken(SafeText.oneLine(text)),
                    "is not a valid " + what));
        }
        return valid;
    }
}
