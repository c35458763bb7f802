package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.location.AzureLocation;
import java.util.Locale;
import java.util.Optional;

/**
 * A repository's address with its server: what two servers call alike is not the same.
 *
 * @param server the base URL of an Azure DevOps Server, empty for the service, whatever host name it has
 * @param place what is at the server
 */
record ServerAddress(String server, RepositoryAddress place) {

    /** Returns the address of an entry of Aikido's list, Git or TFVC; empty where the entry has none that is known. */
    static Optional<ServerAddress> of(CodeRepository entry) {
        return entry.url().flatMap(ServerAddress::of);
    }

    private static Optional<ServerAddress> of(String url) {
        Optional<RepositoryAddress> place =
                RepositoryAddress.saysTfvc(url) ? RepositoryAddress.ofTfvc(url) : RepositoryAddress.of(url);
        String git = RepositoryAddress.saysTfvc(url) ? RepositoryAddress.asGit(url) : url;
        return place.map(known -> new ServerAddress(
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
