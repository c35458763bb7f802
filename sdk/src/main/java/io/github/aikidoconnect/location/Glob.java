package io.github.aikidoconnect.location;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob for names: {@code *} matches any characters, {@code ?} one character, {@code [a-z]} and {@code [!a-z]} one
 * character of a class. Case and Unicode normalization are ignored.
 *
 * <p>The JDK's {@code PathMatcher} needs paths, and without a UTF-8 locale the JDK cannot create a path from a name with
 * an umlaut. Each part between asterisks is searched from the end of the one before. This is sufficient, and it avoids
 * the exponential time of a single regular expression.
 */
public final class Glob {

    private static final String NEVER_IN_A_NAME = "{}\\";

    /** Names have at most 64 characters. A regular expression of many thousand parts overflows the stack. */
    private static final int LONGEST = 1000;

    private final List<Pattern> parts;

    private Glob(List<Pattern> parts) {
        this.parts = parts;
    }

    /**
     * Parses a glob.
     *
     * @throws IllegalArgumentException if the text is blank or too long, has a class without an end, or a character that
     *     no name contains; the message names the fault
     */
    public static Glob parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("it is blank");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " characters");
        }
        List<Pattern> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        String glob = normalize(text.strip());
        for (int i = 0; i < glob.length(); i += Character.charCount(glob.codePointAt(i))) {
            int c = glob.codePointAt(i);
            if (c == '*') {
                parts.add(compile(part));
                part.setLength(0);
            } else if (c == '?') {
                part.append('.');
            } else if (c == '[') {
                int end = glob.indexOf(']', i + 2);
                if (end < 0) {
                    throw new IllegalArgumentException("the class that begins with [ has no end");
                }
                part.append(characterClass(glob.substring(i + 1, end)));
                i = end;
            } else if (NEVER_IN_A_NAME.indexOf(c) >= 0) {
                throw new IllegalArgumentException("no repository has " + Character.toString(c) + " in its name");
            } else {
                part.append(Pattern.quote(Character.toString(c)));
            }
        }
        parts.add(compile(part));
        return new Glob(List.copyOf(parts));
    }

    private static String characterClass(String body) {
        boolean not = body.startsWith("!");
        String members = not ? body.substring(1) : body;
        StringBuilder escaped = new StringBuilder(not ? "[^" : "[");
        members.codePoints().forEach(c -> {
            if (c != '-' && !Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.append(']').toString();
    }

    private static Pattern compile(CharSequence part) {
        try {
            return Pattern.compile(part.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("it has a class that cannot be: " + e.getDescription(), e);
        }
    }

    /** Returns whether the glob matches the whole name. */
    public boolean matches(String name) {
        String text = normalize(name);
        Pattern first = parts.get(0);
        if (parts.size() == 1) {
            return first.matcher(text).matches();
        }
        Matcher head = first.matcher(text);
        if (!head.lookingAt()) {
            return false;
        }
        int from = head.end();
        for (Pattern middle : parts.subList(1, parts.size() - 1)) {
            Matcher found = middle.matcher(text);
            if (!found.find(from)) {
                return false;
            }
            from = found.end();
        }
        return endsWith(parts.get(parts.size() - 1), text, from);
    }

    /** A part has no asterisk, so it matches texts of one length only, and only its last position counts. */
    private static boolean endsWith(Pattern last, String text, int from) {
        Matcher end = last.matcher(text);
        for (int start = text.length(); start >= from; start--) {
            if (end.region(start, text.length()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String normalize(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
