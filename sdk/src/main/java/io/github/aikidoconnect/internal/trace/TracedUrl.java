package io.github.aikidoconnect.internal.trace;

import io.github.aikidoconnect.internal.http.Redactor;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The address of a call in the form for a trace. */
final class TracedUrl {

    /** The parameters that show their values; any other value is replaced, for example a continuation token. */
    private static final Set<String> SHOWN = Set.of(
            "api-version",
            "$top",
            "$skip",
            "page",
            "per_page",
            "include_inactive",
            "include_labels",
            "includecapabilities",
            "includehidden",
            "recursionlevel",
            "scopepath",
            "accountname",
            "displayfilteroption",
            "sortbyoption",
            "isSortAscending".toLowerCase(Locale.ROOT));

    private TracedUrl() {}

    static URI withoutSecrets(URI uri) {
        String raw = uri.toString();
        String address = raw.replaceFirst("[?#].*$", "").replaceFirst("://[^/@]*@", "://");
        String query = uri.getRawQuery();
        if (query == null) {
            return URI.create(address);
        }
        return URI.create(address + "?"
                + Arrays.stream(query.split("&", -1)).map(TracedUrl::shown).collect(Collectors.joining("&")));
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                pairs.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return pairs;
    }

    private static String shown(String pair) {
        String name = pair.split("=", 2)[0];
        return SHOWN.contains(decoded(name).toLowerCase(Locale.ROOT)) ? pair : name + "=" + Redactor.MASK;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
