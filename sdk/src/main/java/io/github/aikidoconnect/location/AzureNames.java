package io.github.aikidoconnect.location;

import io.github.aikidoconnect.SafeText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for names, from Microsoft's documentation of naming restrictions. A name goes into a path only after them. */
public final class AzureNames {

    private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,48}[A-Za-z0-9])?");
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String FORBIDDEN = "/:\\~&%;@'\"?<>|#$*}{,+=[]";
    private static final int LONGEST_PROJECT = 64;

    private AzureNames() {}

    /** Returns whether the service can have an organization of that name. */
    public static boolean isOrganization(String name) {
        return ORGANIZATION.matcher(name).matches();
    }

    /**
     * Returns whether there can be a project of that name; so can a collection of a server. What looks like a token is not
     * accepted: as a part of an address it would stand in the logs of every machine on the way.
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

    /** Returns whether this is an id rather than a name. */
    public static boolean isId(String text) {
        return GUID.matcher(text).matches();
    }

    /** Returns the form of a name in which two names of the same organization, project or repository are equal. */
    public static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
