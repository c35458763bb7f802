package io.github.aikidoconnect.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aikidoconnect.simulator.http.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The exchanges of a recorded run ({@code aikido.trace}), in the form of the contract: below {@code /azure} or {@code
 * /aikido}, for all hosts.
 */
final class HarFile {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** URLs of Azure DevOps Services begin with the organization. */
    private static final Pattern AZURE_HOST = Pattern.compile("(?i)(dev|vsaex\\.dev|vssps\\.dev)\\.azure\\.com");

    private static final Pattern ENTRA_PATH =
            Pattern.compile("/([^/]+/oauth2/v2\\.0/token|metadata/identity/oauth2/token|msi/token)$");

    private static final Pattern AIKIDO_PATH = Pattern.compile("/api/(oauth/token|public/v1(/.*)?)$");

    private HarFile() {}

    /**
     * The content of a recorded run.
     *
     * @param exchanges the exchanges with an answer
     * @param unanswered the number of calls without a complete answer
     * @param others the addresses, without query, that belong to neither service
     */
    record Content(List<Exchange> exchanges, int unanswered, List<String> others) {}

    /**
     * Reads a HAR document.
     *
     * @param azureUrl the base URL of an Azure DevOps Server, empty for the service
     * @throws UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it is not a HAR document
     */
    static Content read(Path file, Optional<String> azureUrl) {
        JsonNode entries = parse(file).path("log").path("entries");
        if (!entries.isArray()) {
            throw new IllegalArgumentException(file + " is not a HAR document: it has no log.entries");
        }
        List<Exchange> exchanges = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int unanswered = 0;
        for (JsonNode entry : entries) {
            JsonNode request = entry.path("request");
            URI uri = URI.create(request.path("url").asText());
            Optional<String> path = path(uri, azureUrl);
            if (path.isEmpty()) {
                others.add(uri.toString().replaceFirst("\\?.*$", ""));
            } else if (entry.path("response").path("status").asInt() == 0) {
                unanswered++;
            } else {
                exchanges.add(exchange(entry, path.get(), uri));
            }
        }
        return new Content(exchanges, unanswered, others);
    }

    private static JsonNode parse(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> path(URI uri, Optional<String> azureUrl) {
        Matcher aikido = AIKIDO_PATH.matcher(uri.getRawPath());
        if (aikido.find()) {
            return Optional.of("/aikido" + aikido.group());
        }
        Matcher entra = ENTRA_PATH.matcher(uri.getRawPath());
        if (entra.find()) {
            return Optional.of("/entra" + entra.group());
        }
        String host = String.valueOf(uri.getHost());
        if (AZURE_HOST.matcher(host).matches()) {
            return Optional.of("/azure" + uri.getRawPath());
        }
        String address = uri.toString().replaceFirst("[?#].*$", "");
        return azureUrl.map(base -> base.replaceFirst("/+$", ""))
                .filter(base -> address.toLowerCase(Locale.ROOT).startsWith(base.toLowerCase(Locale.ROOT) + "/"))
                .map(base -> "/azure" + address.substring(base.length()));
    }

    private static Exchange exchange(JsonNode entry, String path, URI uri) {
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.path("headers")
                .forEach(header -> sent.put(
                        header.path("name").asText().toLowerCase(Locale.ROOT),
                        List.of(header.path("value").asText())));
        Map<String, String> received = new LinkedHashMap<>();
        response.path("headers")
                .forEach(header -> received.put(
                        header.path("name").asText(), header.path("value").asText()));
        return new Exchange(
                request.path("method").asText(),
                path,
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                sent,
                request.path("postData").path("text").asText(""),
                response.path("status").asInt(),
                received,
                response.path("content").path("text").asText(""),
                0,
                0,
                false);
    }
}
