package io.github.aikidoconnect.plan;

import io.github.aikidoconnect.AzureLocation;
import io.github.aikidoconnect.aikido.CodeRepository;
import java.util.Locale;
import java.util.Optional;

/**
 * A repository's address with its server: what two servers call alike is not the same.
 *
 * @param server the base URL of an Azure DevOps Server, empty for the service, whatever host name it has
 * @param place what is at the server
 */
record Address(String server, Place place) {

    /** Returns the address of an entry of Aikido's list, Git or TFVC; empty where the entry has none that is known. */
    static Optional<Address> of(CodeRepository entry) {
        return entry.url().flatMap(Address::of);
    }

    private static Optional<Address> of(String url) {
        Optional<Place> place = Place.saysTfvc(url) ? Place.ofTfvc(url) : Place.of(url);
        String git = Place.saysTfvc(url) ? Place.asGit(url) : url;
        return place.map(known -> new Address(
                server(AzureLocation.ofRemoteUrl(git)
                        .map(AzureLocation::azureUrl)
                        .orElse("")),
                known));
    }

    /** Returns a base URL in the form in which two of the same server are equal. */
    static String server(String baseUrl) {
        return baseUrl.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }
}
