package io.github.aikidoconnect.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Searches the output of a program for secrets. It does not search for known forms of a secret: it decodes URL-encoding
 * and Base64 at any position and searches the result for parts of the secret. It is therefore independent of how the
 * program masks secrets.
 */
public final class SecretSearch {

    /** So many characters of a secret on end are not there by chance, and are enough to be worried about. */
    private static final int TELLTALE = 12;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{" + TELLTALE + ",}");
    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

    /** What leaves the hash below when a part of that length moves on by a character. */
    private static final int LEAVING = power(TELLTALE);

    private final List<String> secrets;

    /** The parts of the secrets by their hash: a program prints hundreds of megabytes, so each text is read only once. */
    private final Map<Integer, List<Part>> parts = new HashMap<>();

    private final BitSet hashes = new BitSet(1 << 16);

    /** A part of a secret that is long enough to identify it. */
    private record Part(String text, String secret) {}

    private SecretSearch(List<String> secrets) {
        this.secrets = secrets;
        for (String secret : secrets) {
            for (int start = 0; start + TELLTALE <= secret.length(); start++) {
                String part = secret.substring(start, start + TELLTALE);
                parts.computeIfAbsent(part.hashCode(), none -> new ArrayList<>())
                        .add(new Part(part, secret));
                hashes.set(part.hashCode() & 0xffff);
            }
        }
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 31;
        }
        return power;
    }

    /**
     * Returns a search for secrets.
     *
     * @throws IllegalArgumentException if a secret is too short to distinguish it from other text
     */
    public static SecretSearch of(String... secrets) {
        for (String secret : secrets) {
            if (secret.length() < TELLTALE) {
                throw new IllegalArgumentException("A secret of less than " + TELLTALE + " characters");
            }
        }
        return new SecretSearch(List.of(secrets));
    }

    /** Returns the secrets of which the text contains a part, with the form and the surrounding text. */
    public List<String> in(String text) {
        List<String> found = new ArrayList<>();
        look("as it is", text, found);
        if (ENCODED.matcher(text).find()) {
            look("URL-encoded", urlDecoded(text), found);
        }
        Matcher run = BASE64.matcher(text);
        while (run.find()) {
            for (int offset = 0; offset < 4; offset++) {
                look("in Base64", base64Decoded(run.group(), offset), found);
            }
        }
        return found;
    }

    /**
     * Returns the findings in the names and contents of all files below a folder.
     *
     * @throws UncheckedIOException if one cannot be read
     */
    public List<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.flatMap(file -> in(file + "\n" + content(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(String form, String text, List<String> found) {
        Map<String, Integer> places = new HashMap<>();
        int hash = 0;
        for (int end = 0; end < text.length(); end++) {
            hash = 31 * hash + text.charAt(end);
            if (end >= TELLTALE) {
                hash -= LEAVING * text.charAt(end - TELLTALE);
            }
            if (end + 1 >= TELLTALE && hashes.get(hash & 0xffff)) {
                int start = end + 1 - TELLTALE;
                for (Part part : parts.getOrDefault(hash, List.of())) {
                    if (text.startsWith(part.text(), start)) {
                        places.putIfAbsent(part.secret(), start);
                    }
                }
            }
        }
        secrets.stream()
                .map(places::get)
                .filter(Objects::nonNull)
                .forEach(place -> found.add(
                        form + ": " + text.substring(Math.max(0, place - 60), Math.min(text.length(), place + 60))));
    }

    /** A percent sign that is not part of an encoding does not end the search. */
    private static String urlDecoded(String text) {
        StringBuilder decoded = new StringBuilder();
        Matcher code = ENCODED.matcher(text);
        while (code.find()) {
            String one = URLDecoder.decode(code.group(), StandardCharsets.ISO_8859_1);
            code.appendReplacement(decoded, Matcher.quoteReplacement(one));
        }
        return code.appendTail(decoded).toString();
    }

    private static String base64Decoded(String run, int offset) {
        String standard = run.substring(offset).replace('-', '+').replace('_', '/');
        String whole = standard.substring(0, standard.length() - standard.length() % 4);
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    }
}
