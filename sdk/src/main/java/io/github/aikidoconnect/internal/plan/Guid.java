package io.github.aikidoconnect.internal.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a GUID in the spellings that Microsoft's tools write: with or without dashes, braces and capital letters. */
final class Guid {

    private static final Pattern SPELLING = Pattern.compile(
            "[{(]?(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?" + "(\\p{XDigit}{12})[})]?");

    private Guid() {}

    /** Returns the GUID with dashes and in lower case, empty if the text is not a GUID. */
    static Optional<String> of(String text) {
        Matcher matcher = SPELLING.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(String.join(
                                "-",
                                matcher.group(1),
                                matcher.group(2),
                                matcher.group(3),
                                matcher.group(4),
                                matcher.group(5))
                        .toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
