package io.github.aikidoconnect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values that settings accept, for validation, messages and front ends.
 */
public final class AllowedValues {

    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int MINUTES_OF_A_DAY = 1440;

    private AllowedValues() {}

    /**
     * A range of numbers.
     *
     * @param least the smallest valid number
     * @param most the largest valid number
     * @param whole whether fractions are invalid
     */
    public record Range(int least, int most, boolean whole) {

        /** Returns whether the range contains a number. */
        public boolean contains(double number) {
            return number >= least && number <= most && (!whole || number == Math.rint(number));
        }

        /** Returns {@code whole numbers from 0 to 100}. */
        @Override
        public String toString() {
            return (whole ? "whole numbers" : "numbers") + " from " + least + " to " + most;
        }
    }

    /**
     * Returns the range of a setting that is a number; for a time limit, in seconds; for the length of a run, in minutes.
     * Empty for other settings.
     */
    public static Optional<Range> range(Setting setting) {
        return switch (setting) {
            case PRUNE_LIMIT -> Optional.of(new Range(0, 100, true));
            case CALLS_PER_MINUTE -> Optional.of(new Range(1, 10_000, true));
            case SYNC_TIMEOUT -> Optional.of(new Range(0, SECONDS_OF_A_DAY, true));
            case MAX_DURATION -> Optional.of(new Range(1, MINUTES_OF_A_DAY, true));
            case TIMEOUT -> Optional.of(new Range(1, SECONDS_OF_A_DAY, true));
            case WARN_DAYS -> Optional.of(new Range(0, 365, true));
            case TOKEN_DAYS -> Optional.of(new Range(1, 365, true));
            case MAX_SCAN_AGE -> Optional.of(new Range(1, 3650, true));
            case MAX_CRITICAL, MAX_HIGH -> Optional.of(new Range(0, 1_000_000, true));
            case MIN_COVERAGE -> Optional.of(new Range(0, 100, false));
            default -> Optional.empty();
        };
    }

    /** Returns the words that a setting accepts; none for a setting that accepts more than a few words. */
    public static List<String> words(Setting setting) {
        return switch (setting) {
            case AIKIDO_REGION -> names(Region.values());
            case HANDOVER -> names(Handover.values());
            case TOKEN_ACTION -> names(TokenAction.values());
            case AZURE_AUTH ->
                Stream.concat(
                                Stream.of("auto"),
                                Arrays.stream(SignInMethod.values())
                                        .filter(method -> method != SignInMethod.JOB_TOKEN)
                                        .map(SignInMethod::toString))
                        .toList();
            default -> List.of();
        };
    }

    /** Returns the valid values for use in a message after a colon; empty if they cannot be listed. */
    public static Optional<String> of(Setting setting) {
        List<String> words = words(setting);
        return words.isEmpty() ? range(setting).map(Range::toString) : Optional.of(String.join(", ", words));
    }

    private static List<String> names(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }
}
