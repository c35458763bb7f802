package io.github.aikidoconnect;

import java.util.regex.Pattern;

/**
 * Makes texts from outside safe to show: on a console, in a log, in Markdown, on a page, in a file that a CI server reads.
 *
 * <p>The one rule for characters: letters, marks, digits, punctuation, symbols and spaces of all scripts stay. Two kinds of
 * characters do not:
 *
 * <ul>
 *   <li>Characters that begin a line, move a cursor, change the writing direction or are invisible are replaced by one blank.
 *       These are the general categories Cc, Cf, Zl and Zp, and the invisible fillers and joiners that Unicode counts among
 *       the letters and marks. The joiners of emoji and of Persian are among them: two names that look alike must not differ
 *       in an invisible character.
 *   <li>Characters that have no meaning outside of the program that wrote them are replaced by U+FFFD: halves of surrogate
 *       pairs (Cs), which UTF-8 cannot encode, private use (Co) and noncharacters.
 * </ul>
 */
public final class SafeText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}"
            // Combining grapheme joiner; fillers of Hangul; inherent vowels of Khmer; variation selectors of Mongolian.
            + "\\u034f\\u115f\\u1160\\u3164\\uffa0\\u17b4\\u17b5\\u180b-\\u180d\\u180f"
            // The rest of the blocks of format characters, which Unicode reserves for more of them.
            + "\\u2065\\ufff0-\\ufff8\\x{e0000}-\\x{e0fff}]+");

    private static final Pattern MEANINGLESS = Pattern.compile("[\\p{Cs}\\p{Co}\\p{IsNoncharacter_Code_Point}]");

    private static final String REPLACEMENT = "\ufffd";

    private static final String HIDDEN_USER = "******@";

    /**
     * Aikido's prefixes, the beginning of a JSON web token, both lengths of a personal access token, and a long word in
     * which letters and digits alternate as in no name.
     */
    private static final Pattern TOKEN = Pattern.compile("(?i:AIK_(?:SECRET|CLIENT)_)"
            + "|\\beyJ[A-Za-z0-9_-]{8}"
            + "|(?<![A-Za-z0-9])(?:[A-Za-z0-9]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])"
            + "|(?=[A-Za-z0-9]{30})[A-Za-z]*[0-9]+[A-Za-z]+[0-9]+[A-Za-z]");

    private SafeText() {}

    /** Returns the text as one line without invisible and meaningless characters. */
    public static String oneLine(String text) {
        return MEANINGLESS.matcher(INVISIBLE.matcher(text).replaceAll(" ")).replaceAll(REPLACEMENT);
    }

    /**
     * Returns a URL, or a text in the place of one, with asterisks instead of user and password, and without query and
     * fragment.
     */
    public static String maskedUrl(String text) {
        return userInfoReplaced(text, HIDDEN_USER);
    }

    /** Returns a URL, or a text in the place of one, without user and password, query and fragment. */
    public static String plainUrl(String text) {
        return userInfoReplaced(text, "");
    }

    /** Returns whether a text contains what looks like a token. People paste tokens where a name belongs. */
    public static boolean looksLikeToken(String text) {
        return TOKEN.matcher(text).find();
    }

    /** Returns the text, or only its length where it looks like a token. */
    public static String withoutToken(String text) {
        return looksLikeToken(text) ? "(" + text.length() + " characters that look like a token)" : text;
    }

    /** The user ends at the last {@code @}: a password may contain a slash, and then the text is not a URL. */
    private static String userInfoReplaced(String text, String replacement) {
        return text.replaceFirst("(?s)^([^:/?#]*://)?.*@", "$1" + replacement).replaceFirst("(?s)[?#].*$", "");
    }
}
