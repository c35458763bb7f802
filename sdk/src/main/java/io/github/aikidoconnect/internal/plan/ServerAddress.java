package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.internal.aikido.CodeRepository;
import io.github.aikidoconnect.location.AzureLocation;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a repository with its server, because two servers may use the same names.
 *
 * @param server the base URL of an Azure DevOps Server; empty for the service, with any of its host names
 * @param place the address on the server
 */
record ServerAddress(String server, RepositoryAddress place) {

    /** Returns the address of an entry of Aikido's list, Git or TFVC; empty if the entry has no known address. */
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

    /** Returns a base URL in a normal form, in which all URLs of a server are equal. */
    static String server(String baseUrl) {
        return baseUrl.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
    }
}
