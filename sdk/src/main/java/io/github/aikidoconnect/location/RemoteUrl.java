package io.github.aikidoconnect.location;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the URL of a Git remote of Azure DevOps, in the forms of its web page and its documentation:
 *
 * <pre>
 * https://dev.azure.com/{org}/{project}/_git/{repo}       https://dev.azure.com/{org}/_git/{repo}
 * https://{org}.visualstudio.com/[DefaultCollection/]{project}/_git/{repo}        and its short form
 * git@ssh.dev.azure.com:v3/{org}/{project}/{repo}         {org}@vs-ssh.visualstudio.com:v3/{org}/{project}/{repo}
 * ssh://git@ssh.dev.azure.com[:22]/v3/{org}/{project}/{repo}
 * https://{server}[:port]/[tfs/]{collection}/{project}/_git/{repo}
 * </pre>
 *
 * In a short form, the project has the name of the repository.
 */
public final class RemoteUrl {

    private static final String GIT = "_git";
    private static final String SOURCE = "the remote URL";

    /** {@code user@host:path}, which is not a URI. */
    private static final Pattern SCP = Pattern.compile("(?:[^@/]+@)?([^:/@]+):(?!//)(.+)");

    private RemoteUrl() {}

    /** Returns the location of a remote URL; empty if the URL does not belong to Azure DevOps. */
    public static Optional<AzureLocation> parse(String url) {
        String text = url.strip();
        // Maven writes scm:git:https://..., the remainder is a URL of Git.
        if (text.regionMatches(true, 0, "scm:git:", 0, 8)) {
            text = text.substring(8);
        }
        Matcher scp = SCP.matcher(text);
        if (!text.contains("://")) {
            return scp.matches() ? ssh(scp.group(1), UrlPaths.decode(scp.group(2))) : Optional.empty();
        }
        URI uri = lenientUri(text);
        if (uri == null || uri.getHost() == null) {
            return Optional.empty();
        }
        List<String> path = UrlPaths.decode(uri.getRawPath());
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "ssh" -> ssh(uri.getHost(), path);
            case "https", "http" -> https(uri, path);
            default -> Optional.empty();
        };
    }

    private static Optional<AzureLocation> ssh(String rawHost, List<String> path) {
        String host = rawHost.toLowerCase(Locale.ROOT);
        boolean known = host.equals("ssh.dev.azure.com") || host.equals("vs-ssh.visualstudio.com");
        if (!known || path.size() != 4 || !path.get(0).equalsIgnoreCase("v3")) {
            return Optional.empty();
        }
        return location(path.get(1), path.get(2), path.get(3), null);
    }

    private static Optional<AzureLocation> https(URI uri, List<String> path) {
        int git = path.indexOf(GIT);
        if (git < 0 || git != path.size() - 2) {
            return Optional.empty();
        }
        String repository = path.get(git + 1);
        List<String> place = new ArrayList<>(path.subList(0, git));
        Optional<String> legacy = ServiceHosts.legacyOrganization(uri);
        if (legacy.isPresent()) {
            if (!place.isEmpty() && place.get(0).equalsIgnoreCase("DefaultCollection")) {
                place.remove(0);
            }
            String organization = legacy.get();
            return switch (place.size()) {
                case 0 -> location(organization, repository, repository, null);
                case 1 -> location(organization, place.get(0), repository, null);
                default -> Optional.empty();
            };
        }
        if (ServiceHosts.isCore(uri)) {
            return switch (place.size()) {
                case 1 -> location(place.get(0), repository, repository, null);
                case 2 -> location(place.get(0), place.get(1), repository, null);
                default -> Optional.empty();
            };
        }
        return server(uri, place, repository);
    }

    /** A server has its collections at its root or below a virtual directory, {@code tfs} by default. */
    private static Optional<AzureLocation> server(URI uri, List<String> place, String repository) {
        boolean shortForm =
                place.size() == 1 || (place.size() == 2 && place.get(0).equalsIgnoreCase("tfs"));
        String project = shortForm ? repository : place.isEmpty() ? null : place.get(place.size() - 1);
        int collection = place.size() - (shortForm ? 1 : 2);
        if (project == null || collection < 0) {
            return Optional.empty();
        }
        return location(
                place.get(collection), project, repository, OrganizationUrl.base(uri, place.subList(0, collection)));
    }

    private static Optional<AzureLocation> location(
            String organization, String project, String repository, @Nullable String azureUrl) {
        return Optional.of(new AzureLocation(organization, project, repository, azureUrl, SOURCE));
    }

    /** Users paste URLs with blanks, which Git accepts and a URI does not. */
    private static @Nullable URI lenientUri(String text) {
        try {
            return new URI(text.replace(" ", "%20"));
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
