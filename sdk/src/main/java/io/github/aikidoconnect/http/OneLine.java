package io.github.aikidoconnect.http;

import java.util.regex.Pattern;

/** Texts from outside as they may stand in a line of a console or a log. */
public final class OneLine {

    /** C0, C1, line and paragraph separators, and the marks that turn the writing direction around. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private OneLine() {}

    /** Returns the text with a blank for what would begin a line, move a cursor or turn the text around. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
