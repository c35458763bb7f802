package io.github.aikidoconnect.internal.aikido;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aikidoconnect.internal.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository as Aikido lists it.
 *
 * @param id its id in Aikido
 * @param name its name
 * @param provider the provider of its source code, for example {@code azure_devops}
 * @param active whether Aikido monitors it
 * @param externalId its id at the provider; for Azure DevOps the GUID of a Git repository
 * @param url its address at the provider
 * @param lastScan the last scan
 * @param traits the other values in the list
 */
public record CodeRepository(
        long id,
        String name,
        String provider,
        boolean active,
        Optional<String> externalId,
        Optional<String> url,
        LastScan lastScan,
        Traits traits) {

    /**
     * The other values of a repository in the list, in the spelling of Aikido.
     *
     * @param branch the branch that is scanned
     * @param sensitivity the sensitivity of its data
     * @param connectivity whether its deployment is reachable from the internet
     * @param labels the names of its labels, empty if the list does not contain them
     */
    public record Traits(
            Optional<String> branch,
            Optional<String> sensitivity,
            Optional<String> connectivity,
            Optional<List<String>> labels) {

        /** No values. */
        public static final Traits NONE =
                new Traits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Traits {
            labels = labels.map(List::copyOf);
        }
    }

    static CodeRepository of(JsonNode json) {
        Optional<List<String>> labels =
                json.path("labels").isArray() ? Optional.of(new ArrayList<>()) : Optional.empty();
        labels.ifPresent(names ->
                json.path("labels").forEach(label -> Json.text(label, "name").ifPresent(names::add)));
        return new CodeRepository(
                json.path("id").asLong(),
                Json.text(json, "name").orElse(""),
                Json.text(json, "provider").orElse(""),
                json.path("active").asBoolean(),
                Json.text(json, "external_repo_id"),
                Json.text(json, "url"),
                LastScan.of(json.path("last_scanned_at")),
                new Traits(
                        Json.text(json, "branch"),
                        Json.text(json, "sensitivity"),
                        Json.text(json, "connectivity"),
                        labels));
    }

    /** Returns whether the code is, or may be, in Azure DevOps, because the provider can be missing. */
    public boolean isAzureDevOps() {
        return provider.isEmpty() || provider.equalsIgnoreCase("azure_devops");
    }

    /** Returns a copy with another last scan. */
    public CodeRepository withLastScan(LastScan scan) {
        return new CodeRepository(id, name, provider, active, externalId, url, scan, traits);
    }
}
