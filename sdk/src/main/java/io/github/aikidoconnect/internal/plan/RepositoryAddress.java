package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.AzureNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a repository in a normal form, so that all URLs of a repository give equal addresses. The host is left
 * out, because a workspace is linked to one organization and may list it under an old host name.
 */
record RepositoryAddress(
        String organization, String project, @Nullable String repository) {

    static Optional<RepositoryAddress> of(String url) {
        return AzureLocation.ofRemoteUrl(url)
                .map(location -> new RepositoryAddress(
                        AzureNames.fold(location.organization()),
                        AzureNames.fold(location.project()),
                        location.repository() == null ? null : AzureNames.fold(location.repository())));
    }

    /**
     * Returns whether an address is certainly one of TFVC. An address with only a project may belong to a repository on
     * another host.
     */
    static boolean saysTfvc(String url) {
        return url.matches("(?i).*/_versionControl([/?#].*)?");
    }

    /** Reads the address of a project's TFVC repository, or of the project itself. */
    static Optional<RepositoryAddress> ofTfvc(String url) {
        return of(asGit(url));
    }

    /** Adds a Git repository to the path of the project, so that the address can be read like one of Git. */
    static String asGit(String tfvcUrl) {
        return tfvcUrl.replaceFirst("(?i)/_versionControl([/?#].*)?$", "").replaceFirst("/+$", "") + "/_git/tfvc";
    }
}
