package io.github.aikidoconnect.http;

import java.util.regex.Pattern;

/** Texts that look like a token. People paste one where a name belongs, and a message must not repeat it. */
public final class SecretShape {

    /**
     * Aikido's prefixes, the beginning of a JSON web token, both lengths of a personal access token, and a long word in
     * which letters and digits alternate as in no name.
     */
    private static final Pattern TOKEN = Pattern.compile("(?i:AIK_(?:SECRET|CLIENT)_)"
            + "|\\beyJ[A-Za-z0-9_-]{8}"
            + "|(?<![A-Za-z0-9])(?:[A-Za-z0-9]{52}|[A-Za-z0-9]{84})(?![A-Za-z0-9])"
            + "|(?=[A-Za-z0-9]{30})[A-Za-z]*[0-9]+[A-Za-z]+[0-9]+[A-Za-z]");

    private SecretShape() {}

    /** Returns whether a text contains what looks like a token. */
    public static boolean isIn(String text) {
        return TOKEN.matcher(text).find();
    }

    /** Returns the text, or only its length where it looks like a token. */
    public static String hidden(String text) {
        return isIn(text) ? "(" + text.length() + " characters that look like a token)" : text;
    }
}
