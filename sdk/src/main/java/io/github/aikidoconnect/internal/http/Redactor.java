package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Removes the secrets of a run from texts of services and proxies, which can repeat what was sent to them. It recognizes
 * each secret as it is, URL-encoded, and in Base64 together with any other text.
 */
public final class Redactor {

    /** Replaces a secret. */
    public static final String MASK = "******";

    private static final int LONGEST = 300;

    /** A shorter text can be a part of an ordinary word. */
    private static final int SHORTEST_BASE64 = 8;

    private final Set<String> forms = new HashSet<>();

    /** One for each form, the longest first; empty until a text needs them. Compiling takes longer than searching. */
    private List<Pattern> patterns = List.of();

    /** Adds a secret to remove from all texts. */
    public synchronized void add(Secret secret) {
        String value = secret.reveal();
        if (value.isEmpty() || !forms.add(value)) {
            return;
        }
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        // Exactly as they are sent.
        forms.add(base64(value));
        forms.add(base64(":" + value));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(value, before);
            if (base64.length() >= SHORTEST_BASE64) {
                forms.add(base64);
                forms.add(base64.replace('+', '-').replace('/', '_'));
            }
        }
        patterns = List.of();
    }

    /** Adds a pair that is sent as {@code user:password} in Base64. */
    public void add(Secret user, Secret password) {
        add(user);
        add(password);
        add(Secret.of(user.reveal() + ":" + password.reveal()));
    }

    /** Returns the text as one line without secrets, shortened to the length of a message. */
    public String clean(String text) {
        String clean = SafeText.oneLine(mask(text)).strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    /** Returns the text without secrets. */
    public String mask(String text) {
        String clean = text;
        for (Pattern pattern : patterns()) {
            clean = pattern.matcher(clean).replaceAll(MASK);
        }
        return clean;
    }

    private synchronized List<Pattern> patterns() {
        if (patterns.isEmpty()) {
            // URL-encoding allows upper and lower case.
            patterns = forms.stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(form -> Pattern.compile(Pattern.quote(form), Pattern.CASE_INSENSITIVE))
                    .toList();
        }
        return patterns;
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the characters that depend only on the secret if the given number of bytes, modulo three, precedes it:
     * Base64 encodes three bytes in four characters, so the characters at the edges also depend on the text around.
     */
    private static String base64(String value, int before) {
        byte[] secret = value.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(all);
        return encoded.substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }
}
