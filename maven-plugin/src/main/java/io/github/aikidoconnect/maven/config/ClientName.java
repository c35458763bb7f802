package io.github.aikidoconnect.maven.config;

import io.github.aikidoconnect.SafeText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of the id and the secret of an API client: the username and password of a {@code <server>}, or two
 * environment variables.
 *
 * @param place the kind of place
 * @param name the id of the server, or the prefix of both variables; {@code {project}} in it is replaced by the name of
 *     the project
 */
public record ClientName(Place place, String name) {

    private static final String PROJECT = "{project}";

    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^a-z]]");

    /** The kinds of place. */
    public enum Place {
        SERVER,
        ENVIRONMENT
    }

    /**
     * Returns the name for a project: for a server in small letters with hyphens, {@code aikido-shop-front}, and for
     * variables in capital letters with underscores, {@code AIKIDO_SHOP_FRONT}. Letters lose their accents.
     *
     * @param project the project's name
     * @param id the project's id, which is used instead of a name with letters outside of the Latin alphabet, because
     *     two such names could become equal; null if it is not known
     */
    public ClientName of(String project, @Nullable String id) {
        if (!name.contains(PROJECT)) {
            return this;
        }
        boolean foreign =
                FOREIGN.matcher(latin(project)).find() || plain(project).isEmpty();
        String words = plain(foreign && id != null ? id : project);
        String text = place == Place.SERVER
                ? name.replace(PROJECT, words)
                : name.replace(PROJECT, words.replace('-', '_').toUpperCase(Locale.ROOT));
        return new ClientName(place, text);
    }

    private static String latin(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    private static String plain(String text) {
        return latin(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** Returns the variable with the id of the client. */
    public String idVariable() {
        return name + "_CLIENT_ID";
    }

    /** Returns the variable with the secret of the client. */
    public String secretVariable() {
        return name + "_CLIENT_SECRET";
    }

    /** Returns both, for use in a sentence. */
    @Override
    public String toString() {
        String shown = SafeText.withoutToken(name);
        return place == Place.SERVER
                ? "the username and password of <server> " + shown + " in settings.xml"
                : "the environment variables " + shown + "_CLIENT_ID and " + shown + "_CLIENT_SECRET";
    }
}
