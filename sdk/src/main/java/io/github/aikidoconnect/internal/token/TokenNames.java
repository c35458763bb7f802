package io.github.aikidoconnect.internal.token;

import io.github.aikidoconnect.internal.aikido.Workspace;
import io.github.aikidoconnect.internal.azure.pat.TokenRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a token in the course of its life. A run may end at any moment and the next run has only the list to go
 * by, so the name records the state of the token: {@code N (new 5f3a90c1d2b4e6f8)} until its run has ended, {@code N
 * (unconfirmed 5f3a90c1)} if that run ended before the rotation was complete, {@code N} when the token is in use and has
 * replaced the previous one, and {@code N (replaced 5f3a90c1)} for a replaced token that is still valid.
 *
 * <p>The digits are a checksum, so that a token which a person happened to name like that is not mistaken for one of
 * these.
 */
final class TokenNames {

    /** The name of every workspace's token before names carried the workspace. */
    static final String FORMER_DEFAULT = "Aikido Security Access Token";

    /** No limit is documented for a token's name. A workspace's name of this length still leaves a readable one. */
    private static final int LONGEST_WORKSPACE = 60;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 4;
    private static final Pattern MARK = Pattern.compile(" \\((new|unconfirmed|replaced) ([0-9a-f]+)\\)");

    private final String name;

    /** The state of a token. */
    enum Stage {
        /** Its run may still be working with it. */
        NEW,
        /** Its run ended before the rotation was complete. */
        UNCONFIRMED,
        /** It is in use. */
        DONE,
        /** Another token has replaced it. */
        REPLACED
    }

    TokenNames(String name) {
        this.name = name;
    }

    /**
     * Returns the default name of a workspace's token. It carries the workspace's id too, because several workspaces may have
     * the same name: a rotation revokes the previous token of its name.
     */
    static String byDefault(Workspace workspace) {
        String shown = workspace.name().replaceAll("\\p{Cntrl}", " ").strip();
        int length = Math.min(shown.codePointCount(0, shown.length()), LONGEST_WORKSPACE);
        String cut = shown.substring(0, shown.offsetByCodePoints(0, length)).strip();
        return FORMER_DEFAULT + " (" + (cut.isEmpty() ? "" : cut + " ") + workspace.id() + ")";
    }

    /** Returns the name of a token that is in use. */
    String done() {
        return name;
    }

    /** Returns a name for a token that is about to be created. No other token has it, so the token is found by it. */
    String made() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String nonce = HexFormat.of().formatHex(random);
        return marked(Stage.NEW, nonce + checksum(Stage.NEW, nonce));
    }

    /** Returns the name of a token whose run ended before the rotation was complete. */
    String unconfirmed(TokenRecord token) {
        return marked(Stage.UNCONFIRMED, checksum(Stage.UNCONFIRMED, token.id()));
    }

    /** Returns the name of a token that was replaced. */
    String replaced(TokenRecord token) {
        return marked(Stage.REPLACED, checksum(Stage.REPLACED, token.id()));
    }

    /** Returns the state of a token; empty if its name is not one of these. */
    Optional<Stage> stage(TokenRecord token) {
        if (token.name().equals(name)) {
            return Optional.of(Stage.DONE);
        }
        if (!token.name().startsWith(name)) {
            return Optional.empty();
        }
        Matcher mark = MARK.matcher(token.name().substring(name.length()));
        if (!mark.matches()) {
            return Optional.empty();
        }
        Stage stage = Stage.valueOf(mark.group(1).toUpperCase(Locale.ROOT));
        String digits = mark.group(2);
        String expected = stage == Stage.NEW && digits.length() == 4 * BYTES
                ? digits.substring(0, 2 * BYTES) + checksum(stage, digits.substring(0, 2 * BYTES))
                : checksum(stage, token.id());
        return digits.equals(expected) ? Optional.of(stage) : Optional.empty();
    }

    private String marked(Stage stage, String digits) {
        return name + " (" + stage.name().toLowerCase(Locale.ROOT) + " " + digits + ")";
    }

    private String checksum(Stage stage, String of) {
        String text = String.join("\n", stage.name(), name, of.toLowerCase(Locale.ROOT));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
