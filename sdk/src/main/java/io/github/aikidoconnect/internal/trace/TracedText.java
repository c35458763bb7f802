package io.github.aikidoconnect.internal.trace;

import io.github.aikidoconnect.internal.http.Redactor;
import java.util.regex.Pattern;

/** A text from a service in the form for a trace: without the run's secrets, e-mail addresses and token-like values. */
final class TracedText {

    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>\\\\;:/,()\\[\\]*]+@[^\\s\"'<>\\\\;:/,()\\[\\]@]+");

    /** The user and password of a URL. Azure DevOps puts the organization's name there. */
    private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s\"]*@");

    /** A JSON Web Token, encrypted ones included: a header in Base64 that begins with <code>{"</code>, and more parts. */
    private static final Pattern WEB_TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}(\\.[A-Za-z0-9_-]*)+");

    /**
     * A personal access token, which has 52 or 84 letters and digits (microsoft/azure-devops-node-api, api/WebApi.ts),
     * and any other long run of letters and digits: hashes are shorter, and names have other characters.
     */
    private static final Pattern LONG_RUN = Pattern.compile("\\b[A-Za-z0-9]{48,}\\b");

    private TracedText() {}

    static String of(String text, Redactor redactor) {
        String shown = redactor.mask(text);
        shown = USER_INFO.matcher(shown).replaceAll("://" + Redactor.MASK + "@");
        shown = WEB_TOKEN.matcher(shown).replaceAll(Redactor.MASK);
        shown = LONG_RUN.matcher(shown).replaceAll(Redactor.MASK);
        return EMAIL.matcher(shown).replaceAll(Redactor.MASK);
    }
}
