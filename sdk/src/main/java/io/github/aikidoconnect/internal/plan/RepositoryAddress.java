package io.github.aikidoconnect.internal.plan;

import io.github.aikidoconnect.location.AzureLocation;
import io.github.aikidoconnect.location.AzureNames;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A repository's address, brought to one form: however the URL is written, two of the same repository are equal. The
 * host is left out, since a workspace is linked to one organization and may know it under an old host name.
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

    /** Whether an address says that it is of TFVC. One of a project alone may be of a repository on another host. */
    static boolean saysTfvc(String url) {
        return url.matches("(?i).*/_versionControl([/?#].*)?");
    }

    /** Reads the address of a project's TFVC, or of the project itself. */
    static Optional<RepositoryAddress> ofTfvc(String url) {
        return of(asGit(url));
    }

    /** Below the project a Git repository would follow: with one, the forms of its address are those known already. */
    static String asGit(String tfvcUrl) {
        return tfvcUrl.replaceFirst("(?i)/_versionControl([/?#].*)?$", "").replaceFirst("/+$", "") + "/_git/tfvc";
    }
}
