package io.github.aikidoconnect.location;

import io.github.aikidoconnect.SafeText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rules for names, from Microsoft's documentation of naming restrictions. A name is checked before it becomes a part of a
 * URL.
 */
public final class AzureNames {

    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String FORBIDDEN = "/:\\~&%;@'\"?<>|#$*}{,+=[]";
    private static final int LONGEST_PROJECT = 64;

    private AzureNames() {}

    /** Returns whether a text is a valid name of an organization. */
    public static boolean isOrganization(String name) {
        return ORGANIZATION.matcher(name).matches();
    }

    /**
     * Returns whether a text is a valid name of a project, or of a collection of a server. A text that looks like a token
     * is not valid: as a part of a URL it would appear in logs of servers and proxies.
     */
    public static boolean isProject(String name) {
        return !name.isBlank()
                && !SafeText.looksLikeToken(name)
                && name.codePointCount(0, name.length()) <= LONGEST_PROJECT
                && name.codePoints().noneMatch(c -> FORBIDDEN.indexOf(c) >= 0 || Character.isISOControl(c))
                && !name.startsWith("_")
                && !name.startsWith(".")
                && !name.endsWith(".");
    }

    /** Returns whether a text is an id and not a name. */
    public static boolean isId(String text) {
        return GUID.matcher(text).matches();
    }

    /** Returns the name in a form in which two spellings of the same name are equal. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
