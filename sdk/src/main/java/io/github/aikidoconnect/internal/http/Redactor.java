package io.github.aikidoconnect.internal.http;

import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes the secrets of a run out of text that comes from elsewhere: a service or a proxy may repeat in an error what
 * was sent to it. It knows each secret as it is, URL-encoded, and in Base64 whatever was encoded along with it.
 */
public final class Redactor {

    /** Stands where a secret stood. */
    public static final String MASK = "******";

    private static final int LONGEST = 300;

    /** What is shorter may be a part of an ordinary word. */
    private static final int SHORTEST_BASE64 = 8;

    private final Set<String> forms = ConcurrentHashMap.newKeySet();

    /** Adds a secret that no text may show from now on. */
    public void add(Secret secret) {
        String value = secret.reveal();
        if (value.isEmpty()) {
            return;
        }
        forms.add(value);
        forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        // As they are sent, to the last character.
        forms.add(base64(value));
        forms.add(base64(":" + value));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(value, before);
            if (base64.length() >= SHORTEST_BASE64) {
                forms.add(base64);
                forms.add(base64.replace('+', '-').replace('/', '_'));
            }
        }
    }

    /** Adds a pair that is sent as {@code user:password} in Base64. */
    public void add(Secret user, Secret password) {
        add(user);
        add(password);
        add(Secret.of(user.reveal() + ":" + password.reveal()));
    }

    /** Returns the text without secrets, without control characters and not longer than a message should be. */
    public String clean(String text) {
        String clean = SafeText.oneLine(mask(text)).strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }

    /** Returns the text without secrets. */
    public String mask(String text) {
        String clean = text;
        List<String> longestFirst = forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String form : longestFirst) {
            // The codes of URL-encoding are written in either case.
            clean = Pattern.compile(Pattern.quote(form), Pattern.CASE_INSENSITIVE)
                    .matcher(clean)
                    .replaceAll(MASK);
        }
        return clean;
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the characters that depend on the secret alone, when so many bytes, or three more, stand before it: Base64
     * makes four characters of three bytes, so those at the edges hold bits of what is around it.
     */
    private static String base64(String value, int before) {
        byte[] secret = value.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[before + secret.length];
        System.arraycopy(secret, 0, all, before, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(all);
        return encoded.substring((before * 8 + 5) / 6, all.length * 8 / 6);
    }
}
