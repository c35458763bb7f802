package io.github.aikidoconnect.http;

import java.util.regex.Pattern;

/**
 * The one rule for texts from outside that are shown in a line: on the console, in a log, in Markdown, on a page, in a file
 * that a CI server reads.
 *
 * <p>Letters, marks, digits, punctuation, symbols and spaces of all scripts stay. Two kinds of characters do not:
 *
 * <ul>
 *   <li>Characters that begin a line, move a cursor, turn the writing direction around or show nothing become one blank. These
 *       are the general categories Cc, Cf, Zl and Zp, and the fillers and joiners that Unicode counts among the letters and
 *       marks although they show nothing. The joiners of emoji and of Persian are among them: two names that look alike must
 *       not differ in something that cannot be seen.
 *   <li>Characters that mean nothing outside of the program that wrote them become U+FFFD each: halves of surrogate pairs
 *       (Cs), which UTF-8 cannot encode either, private use (Co) and noncharacters.
 * </ul>
 */
public final class OneLine {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}"
            // Combining grapheme joiner; fillers of Hangul; inherent vowels of Khmer; variation selectors of Mongolian.
            + "\\u034f\\u115f\\u1160\\u3164\\uffa0\\u17b4\\u17b5\\u180b-\\u180d\\u180f"
            // The rest of the blocks of format characters, which Unicode reserves for more of them.
            + "\\u2065\\ufff0-\\ufff8\\x{e0000}-\\x{e0fff}]+");

    private static final Pattern MEANINGLESS = Pattern.compile("[\\p{Cs}\\p{Co}\\p{IsNoncharacter_Code_Point}]");

    private static final String REPLACEMENT = "\ufffd";

    private OneLine() {}

    /** Returns the text as one line that shows what it holds. */
    public static String of(String text) {
        return MEANINGLESS.matcher(INVISIBLE.matcher(text).replaceAll(" ")).replaceAll(REPLACEMENT);
    }
}
