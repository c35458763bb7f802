package io.github.aikidoconnect.internal.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.aikidoconnect.Goal;
import io.github.aikidoconnect.Outcome;
import io.github.aikidoconnect.ProjectReport.Summary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of the page against <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, AA</a>. */
class ContrastTest {

    private static final Pattern SCHEME = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void isEnoughInBothSchemes(int scheme) {
        Map<String, Integer> colours = colours().get(scheme);

        for (String text : List.of("text", "soft", "link", "good", "bad", "warn", "news", "calm")) {
            assertThat(List.of("page", "raised", text + "-bg"))
                    .filteredOn(colours::containsKey)
                    .allSatisfy(ground -> assertThat(contrast(colours, text, ground))
                            .as(text + " on " + ground)
                            .isGreaterThanOrEqualTo(4.5));
        }
        for (String shape : List.of("edge", "fill-good", "fill-news", "fill-bad", "fill-warn", "fill-calm")) {
            assertThat(contrast(colours, shape, "page")).as(shape).isGreaterThanOrEqualTo(3);
        }
    }

    private static List<Map<String, Integer>> colours() {
        String page = Reports.of(
                        Goal.CHECK,
                        false,
                        Outcome.SUCCESS,
                        new Reports.Content(List.of(), List.of(), List.of(), Summary.NONE))
                .toHtml();
        return SCHEME.matcher(page)
                .results()
                .map(found -> {
                    Map<String, Integer> colours = new HashMap<>();
                    Matcher colour = COLOUR.matcher(found.group(1));
                    while (colour.find()) {
                        colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
                    }
                    return colours;
                })
                .toList();
    }

    private static double contrast(Map<String, Integer> colours, String one, String other) {
        double a = luminance(requireNonNull(colours.get(one)));
        double b = luminance(requireNonNull(colours.get(other)));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
