package io.github.aikidoconnect.token;

import io.github.aikidoconnect.azure.TokenRecord;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The names of a token in the course of its life. The name says how far it has come, since a run may end at any moment and
 * the next one has only the list to go by: {@code N (new 5f3a90c1)} from when it is made until it is in use and has
 * replaced the former one, {@code N} from then on, {@code N (replaced)} where it was replaced and may still be in use.
 */
final class TokenNames {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MARK = 4;
    private static final Pattern NEW = Pattern.compile(" \\(new [0-9a-f]{" + 2 * MARK + "}\\)");

    private final String name;

    TokenNames(String name) {
        this.name = name;
    }

    /** Returns the name of a token that is done. */
    String done() {
        return name;
    }

    /** Returns a name for a token that is about to be made, which no other has: by it the token is found again. */
    String made() {
        byte[] mark = new byte[MARK];
        RANDOM.nextBytes(mark);
        return name + " (new " + HexFormat.of().formatHex(mark) + ")";
    }

    /** Returns the name of a token that was replaced. */
    String replaced() {
        return name + " (replaced)";
    }

    boolean isDone(TokenRecord token) {
        return token.name().equals(done());
    }

    boolean isUnfinished(TokenRecord token) {
        return token.name().startsWith(name)
                && NEW.matcher(token.name().substring(name.length())).matches();
    }

    boolean isReplaced(TokenRecord token) {
        return token.name().equals(replaced());
    }
}
