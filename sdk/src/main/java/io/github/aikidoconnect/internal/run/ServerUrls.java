package io.github.aikidoconnect.internal.run;

import io.github.aikidoconnect.Problem;
import io.github.aikidoconnect.SafeText;
import io.github.aikidoconnect.Setting;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Validates the URLs of servers.
 *
 * @param texts the texts of the problems
 * @param problems receives a problem for each URL that is not valid
 */
record ServerUrls(ProblemTexts texts, List<Problem> problems) {

    static final String LOOPBACK = "localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]";

    /** Accepts https for all hosts and plain http only for this machine, because the calls carry credentials. */
    Optional<URI> accept(Setting setting, String text) {
        Optional<URI> parsed = parse(text);
        String scheme =
                parsed.map(URI::getScheme).map(s -> s.toLowerCase(Locale.ROOT)).orElse("");
        boolean plain = scheme.equals("http");
        if (!(plain || scheme.equals("https")) || parsed.map(URI::getHost).isEmpty()) {
            problems.add(texts.settings().invalid(setting, SafeText.maskedUrl(text), "is not an https URL"));
        } else if (parsed.get().getRawUserInfo() != null) {
            problems.add(
                    texts.settings().invalid(setting, SafeText.maskedUrl(text), "must not contain a user or password"));
        } else if (parsed.get().getRawQuery() != null || parsed.get().getRawFragment() != null) {
            problems.add(texts.settings()
                    .invalid(setting, SafeText.maskedUrl(text), "must not contain a query or a " + "fragment"));
        } else if (plain && !parsed.get().getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK)) {
            problems.add(texts.settings()
                    .invalid(setting, text, "uses plain http, which would expose the credentials on the network"));
        } else {
            return parsed;
        }
        return Optional.empty();
    }

    static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
