package io.github.aikidoconnect.http;

/** URLs, and texts that should have been one, without the parts that can hold a password or a token. */
public final class SafeUrl {

    private static final String HIDDEN = "******";

    private SafeUrl() {}

    /** Returns the text with asterisks for a user and a password, and without a query and a fragment. */
    public static String masked(String text) {
        return userInfoReplaced(text, HIDDEN + "@");
    }

    /** Returns the text without a user and a password, a query and a fragment. */
    public static String plain(String text) {
        return userInfoReplaced(text, "");
    }

    /** The user ends at the last {@code @}: a password may contain a slash, and then the text is not a URL. */
    private static String userInfoReplaced(String text, String replacement) {
        return text.replaceFirst("(?s)^([^:/?#]*://)?.*@", "$1" + replacement).replaceFirst("(?s)[?#].*$", "");
    }
}
